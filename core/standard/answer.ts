/** An answer is the whole run of agent messages up to the next customer message. */
import type { Message, Scene } from './rule.ts';

export interface Answer {
  /** The agent's turns of it, in order. */
  turns: readonly number[];
  /** The customer has spoken again, or the conversation is over: nothing is added any more. */
  complete: boolean;
}

/** What was asked, and the answer to it. */
export interface Exchange {
  /** The customer's turns that wait for this answer. */
  asked: readonly number[];
  answer: readonly number[];
}

/**
 * The exchange that is judged at this turn: at the first agent turn of an answer that is complete, or at the last
 * customer turn where the conversation ended without one.
 */
export function exchangeAt({ turn, from }: Pick<Message, 'turn' | 'from'>, scene: Scene): Exchange | null {
  if (from === 'system') return null;
  const { turns, complete } = from === 'agent' ? answerAt(turn, scene) : answerTo(turn, scene);
  if (!complete) return null;
  if (from === 'agent') return turns[0] === turn ? { asked: askedBefore(turn, scene), answer: turns } : null;
  const leftAlone = turns.length === 0 && scene.ended && !scene.turns.slice(turn + 1).some(isCustomer);
  return leftAlone ? { asked: [...askedBefore(turn, scene), turn], answer: [] } : null;
}

/** The answer that an agent's turn belongs to; its first turn is where a finding on the whole stands. */
export function answerAt(turn: number, scene: Scene): Answer {
  let start = turn;
  while (start > 0 && scene.turns[start - 1]!.from !== 'customer') start--;
  return answerFrom(start, scene);
}

/** The answer to a customer's turn: what the agent said from there to the next customer message. */
export function answerTo(turn: number, scene: Scene): Answer {
  return answerFrom(turn + 1, scene);
}

/** The agent's turns that a customer's turn is a reply to. */
export function answerBefore(turn: number, { turns }: Scene): number[] {
  const said: number[] = [];
  let at = turn - 1;
  while (at >= 0 && turns[at]!.from !== 'agent') at--;
  for (; at >= 0 && turns[at]!.from !== 'customer'; at--) if (turns[at]!.from === 'agent') said.unshift(at);
  return said;
}

/** The customer's turns since an agent last spoke. */
export function askedBefore(turn: number, { turns }: Scene): number[] {
  const asked: number[] = [];
  let at = turn - 1;
  for (; at >= 0 && turns[at]!.from !== 'customer'; at--) if (turns[at]!.from === 'agent') return [];
  for (; at >= 0 && turns[at]!.from !== 'agent'; at--) if (turns[at]!.from === 'customer') asked.unshift(at);
  return asked;
}

function answerFrom(start: number, { turns, closed }: Scene): Answer {
  let end = start;
  while (end < turns.length && turns[end]!.from !== 'customer') end++;
  const own: number[] = [];
  for (let i = start; i < end; i++) if (turns[i]!.from === 'agent') own.push(i);
  return { turns: own, complete: end < turns.length || closed };
}

const isCustomer = ({ from }: { from: string }) => from === 'customer';
