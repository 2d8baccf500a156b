import type { Mark, Message, Scene } from './rule.ts';
import { mayAnyStandIn, Sought } from './sieve.ts';
import type { TextView } from './text.ts';

/** Words of one language that break a rule, as classes combined by what stands between them. */
export interface Wording<Pattern = Sought> {
  /** One cheap look at the whole text: without any of these nothing in `says` holds. */
  sign: Pattern;
  says: readonly Pattern[];
  /** Holds only in answer to a customer's message that speaks of it. */
  answering?: { about: Pattern; says: readonly Pattern[] };
  /** Takes it back when it stands near: a refusal, a warning, a doubt. */
  unless: RegExp;
  /** How near, in characters on both sides, within the sentence; 'message': anywhere, and sentences join. */
  reach: number | 'message';
}

export function wordingOf({ sign, says, answering, ...rest }: Wording<RegExp>): Wording {
  const sought = (patterns: readonly RegExp[]) => patterns.map((pattern) => new Sought(pattern));
  const wording = { ...rest, sign: new Sought(sign), says: sought(says) };
  return answering
    ? { ...wording, answering: { about: new Sought(answering.about), says: sought(answering.says) } }
    : wording;
}

/** What an agent says in their own words, once a sentence, and does not take back. */
export function saying(message: Message, scene: Scene, wordings: readonly Wording[]): Mark[] {
  const marks: Mark[] = [];
  const { text } = message.view;
  const asked = questionTo(message, scene);
  for (const wording of wordings) {
    const { sign, says, answering } = wording;
    if (sign.mayStandIn(text) && mayAnyStandIn(text, says)) mark(message, wording, says, marks);
    if (answering && asked && marks.length === 0 && mayAnyStandIn(text, answering.says))
      if (answering.about.standsIn(asked.text)) mark(message, wording, answering.says, marks);
  }
  return marks;
}

function mark({ view }: Message, { unless, reach }: Wording, says: readonly Sought[], marks: Mark[]): void {
  const parts = reach === 'message' ? [{ start: 0, text: view.unquoted }] : view.sentences;
  const may = says.filter((one) => one.mayStandIn(view.text));
  for (const { start, text } of parts) {
    const found = first(text, may, unless, reach === 'message' ? text.length : reach);
    if (found) marks.push(view.mark(start + found.start, start + found.end));
  }
}

/** The customer's message just before; null where somebody else spoke last. */
function questionTo({ turn }: Message, { turns, view }: Scene): TextView | null {
  return turns[turn - 1]?.from === 'customer' ? view(turn - 1) : null;
}

function first(text: string, says: readonly Sought[], unless: RegExp, reach: number): Mark | null {
  for (const one of says) {
    const match = one.pattern.exec(text);
    if (!match) continue;
    const end = match.index + match[0].length;
    if (!unless.test(text.slice(Math.max(0, match.index - reach), end + reach)))
      return { start: match.index, end };
  }
  return null;
}
