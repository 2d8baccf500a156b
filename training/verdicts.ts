/** What people said of findings on real chats. */
import { readFileSync } from 'node:fs';

export interface Verdict {
  reader: string;
  isRight: boolean;
}

/** Which finding: the chat, the turn and the rule. */
export const keyOf = (chat: string, turn: number | string, rule: string) => `${chat} ${turn} ${rule}`;

/** All verdicts, by finding. */
export function readVerdicts(): Map<string, Verdict[]> {
  const [, ...lines] = readFileSync(new URL('verdicts/real-chats.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const verdicts = new Map<string, Verdict[]>();
  for (const line of lines) {
    const [chat, turn, rule, said, reader] = line.split('\t');
    if (reader === undefined || (said !== 'right' && said !== 'wrong'))
      throw new Error(`a line is chat, turn, rule, right or wrong, reader: ${line}`);
    const key = keyOf(chat!, turn!, rule!);
    verdicts.set(key, [...(verdicts.get(key) ?? []), { reader, isRight: said === 'right' }]);
  }
  return verdicts;
}

export interface Agreement {
  readers: readonly [string, string];
  /** Findings that both have read. */
  both: number;
  agreed: number;
  /** Cohen's kappa: agreement beyond chance; 0 none, 1 full. */
  kappa: number;
}

/** How far each two readers agree on what both have read. */
export function agreements(verdicts: Iterable<readonly Verdict[]>): Agreement[] {
  const all = [...verdicts];
  const readers = [...new Set(all.flatMap((of) => of.map(({ reader }) => reader)))].sort();
  return readers.flatMap((one, i) =>
    readers.slice(i + 1).flatMap((other) => agreementOf(one, other, all) ?? []),
  );
}

function agreementOf(one: string, other: string, all: readonly (readonly Verdict[])[]): Agreement | null {
  const pairs = all.flatMap((of) => {
    const first = of.find(({ reader }) => reader === one);
    const second = of.find(({ reader }) => reader === other);
    return first && second ? [[first.isRight, second.isRight] as const] : [];
  });
  if (pairs.length === 0) return null;
  const share = (is: (pair: readonly [boolean, boolean]) => boolean) =>
    pairs.filter(is).length / pairs.length;
  const [ours, theirs] = [share(([first]) => first), share(([, second]) => second)];
  const chance = ours * theirs + (1 - ours) * (1 - theirs);
  const agreed = share(([first, second]) => first === second);
  return {
    readers: [one, other],
    both: pairs.length,
    agreed: Math.round(agreed * pairs.length),
    kappa: chance === 1 ? 1 : (agreed - chance) / (1 - chance),
  };
}
