import type { Turn } from './facts.ts';
import { remembering } from './history.ts';
import { wantsAnswer } from './waiting.ts';

/** A customer's message that nobody has answered. */
export interface Waiting {
  /** The first of the unanswered messages: its time starts the clock. */
  turn: number;
  /** Epoch milliseconds; undefined where the message has no time. */
  since: number | undefined;
}

/** Who has been waiting for an answer before the turn `upTo`, or at the end of all; null: nobody. */
export function waitingSince(
  turns: readonly Turn[],
  assignedAt?: number,
  upTo = turns.length,
): Waiting | null {
  const turn = firstUnanswered({ turns })[upTo]!;
  return turn < 0 ? null : { turn, since: startOfClock(turns[turn]!.at, assignedAt) };
}

/** Before each turn, and after the last: the customer's turn that nobody has answered by then; -1: there is none. */
const firstUnanswered = remembering<number[], { turns: readonly Turn[] }>(
  () => [-1],
  (first, turn, { turns }) => {
    const said = turns[turn]!;
    const waiting = first[turn]!;
    const starts = waiting < 0 && said.from === 'customer' && wantsAnswer(said, turns, turn);
    first.push(said.from === 'agent' ? -1 : starts ? turn : waiting);
  },
);

/** The agent's clock starts when the conversation became theirs. */
function startOfClock(at: number | undefined, assignedAt: number | undefined): number | undefined {
  return at === undefined || assignedAt === undefined ? at : Math.max(at, assignedAt);
}
