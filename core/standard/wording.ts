import type { Mark, Message, Scene } from './rule.ts';

/** Words of one language that break a rule, as classes combined by what stands between them. */
export interface Wording {
  /** One cheap look at the whole text: without any of these nothing in `says` holds. */
  sign: RegExp;
  says: readonly RegExp[];
  /** Holds only in answer to a customer's message that speaks of it. */
  answering?: { about: RegExp; says: readonly RegExp[] };
  /** Takes it back when it stands near: a refusal, a warning, a doubt. */
  unless: RegExp;
  /** How near, in characters on both sides, within the sentence; 'message': anywhere, and sentences join. */
  reach: number | 'message';
}

/** What an agent says in their own words, once a sentence, and does not take back. */
export function saying(message: Message, scene: Scene, wordings: readonly Wording[]): Mark[] {
  const marks: Mark[] = [];
  for (const wording of wordings) {
    if (wording.sign.test(message.view.text)) mark(message, wording, wording.says, marks);
    const { answering } = wording;
    if (answering && marks.length === 0 && answering.about.test(asked(message.turn, scene)))
      mark(message, wording, answering.says, marks);
  }
  return marks;
}

function mark({ view }: Message, { unless, reach }: Wording, says: readonly RegExp[], marks: Mark[]): void {
  const parts = reach === 'message' ? [{ start: 0, text: view.unquoted }] : view.sentences;
  for (const { start, text } of parts) {
    const found = first(text, says, unless, reach === 'message' ? text.length : reach);
    if (found) marks.push(view.mark(start + found.start, start + found.end));
  }
}

/** The customer's message just before; '' where somebody else spoke last. */
function asked(turn: number, { turns, view }: Scene): string {
  return turns[turn - 1]?.from === 'customer' ? view(turn - 1).text : '';
}

function first(text: string, says: readonly RegExp[], unless: RegExp, reach: number): Mark | null {
  for (const pattern of says) {
    const match = pattern.exec(text);
    if (!match) continue;
    const end = match.index + match[0].length;
    if (!unless.test(text.slice(Math.max(0, match.index - reach), end + reach)))
      return { start: match.index, end };
  }
  return null;
}
