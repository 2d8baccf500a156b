/** An answer is the whole run of agent messages up to the next customer message. */
import { remembering } from './history.ts';
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
  const leftAlone = turns.length === 0 && scene.ended && answersOf(scene).last === turn + 1;
  return leftAlone ? { asked: [...askedBefore(turn, scene), turn], answer: [] } : null;
}

/** The answer that an agent's turn belongs to; its first turn is where a finding on the whole stands. */
export function answerAt(turn: number, scene: Scene): Answer {
  const { starts, last } = answersOf(scene);
  return answerFrom(starts[turn] ?? last, scene);
}

/** The answer to a customer's turn: what the agent said from there to the next customer message. */
export function answerTo(turn: number, scene: Scene): Answer {
  return answerFrom(turn + 1, scene);
}

function answerFrom(start: number, scene: Scene): Answer {
  const { said, last } = answersOf(scene);
  return { turns: said.get(start) ?? [], complete: start < last || scene.closed };
}

interface Answers {
  /** By turn: where the answer begins that it would belong to. */
  starts: number[];
  /** Where the one begins that is given now. */
  last: number;
  /** The agent's turns of each answer, by its beginning. */
  said: Map<number, number[]>;
}

const answersOf = remembering<Answers>(
  () => ({ starts: [], last: 0, said: new Map() }),
  (answers, turn, { turns }) => {
    const { from } = turns[turn]!;
    answers.starts[turn] = answers.last;
    if (from === 'customer') answers.last = turn + 1;
    else if (from === 'agent') {
      const said = answers.said.get(answers.last);
      if (said) said.push(turn);
      else answers.said.set(answers.last, [turn]);
    }
  },
);

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

/** The last customer turn before this one, or before a draft; -1: nobody has written. */
export function lastOfCustomer(turn: number, scene: Scene): number {
  const { starts, last } = answersOf(scene);
  return (starts[turn] ?? last) - 1;
}

export const isFirstOfAgent = (turn: number, scene: Scene): boolean => agentsOf(scene).first === turn;

/** Whether no agent speaks after this turn. */
export const isLastOfAgent = (turn: number, scene: Scene): boolean => (agentsOf(scene).last ?? turn) <= turn;

const agentsOf = remembering<{ first?: number; last?: number }>(
  () => ({}),
  (agents, turn, { turns }) => {
    if (turns[turn]!.from !== 'agent') return;
    agents.first ??= turn;
    agents.last = turn;
  },
);
