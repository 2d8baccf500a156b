import type { Turn } from '../facts.ts';
import type { Mark, Message, Rule, Scene } from '../rule.ts';
import { defaultThresholds, waitedFor, waitingSince } from '../waiting.ts';

/** No answer in chat for longer than the threshold, in working hours. */
export const slowReply: Rule = {
  id: 'timing.slow-reply',
  weight: 'warn',
  weightAfter: 'note',
  moments: ['live', 'after'],
  says: {
    zh: { title: '回复太慢', reason: '顾客等了五分钟以上没有得到回应，容易觉得没人管。' },
    en: {
      title: 'Slow reply',
      reason: 'The customer waited more than five minutes and may feel left alone.',
    },
  },
  turn(message, scene) {
    if (scene.facts.channel !== 'chat') return [];
    return message.from === 'agent' ? lateAnswer(message, scene) : leftAlone(message, scene);
  },
  abstains({ facts, turns }) {
    if (facts.channel !== 'chat') return null;
    return turns.some(({ from, at }) => from !== 'system' && at === undefined) ? 'no-times' : null;
  },
};

/** The answer came, but late: it stands at the agent's turn. */
function lateAnswer(message: Message, scene: Scene): Mark[] {
  if (scene.turns[message.turn - 1]?.from === 'agent') return [];
  const waiting = waitingSince(scene.turns.slice(0, message.turn), scene.facts.assignedAt);
  return isLate(waiting?.since, message.at, scene) ? [message.view.markAll()] : [];
}

/** No answer came at all: it stands at the customer's turn that started the clock. */
function leftAlone(message: Message, scene: Scene): Mark[] {
  if (scene.turns.slice(message.turn).some(({ from }) => from === 'agent')) return [];
  const waiting = waitingSince(scene.turns, scene.facts.assignedAt);
  if (waiting?.turn !== message.turn) return [];
  return isLate(waiting.since, endOf(scene), scene) ? [message.view.markAll()] : [];
}

function isLate(since: number | undefined, until: number | undefined, { facts }: Scene): boolean {
  if (since === undefined || until === undefined) return false;
  return waitedFor(since, until, facts.hours) > defaultThresholds.finding * 1000;
}

/** Until when a customer was left alone: a closed episode ends at its end or its last turn, an open one now. */
function endOf({ closed, ended, turns, now }: Scene): number | undefined {
  return closed ? (ended?.at ?? lastTime(turns)) : now;
}

const lastTime = (turns: readonly Turn[]) => turns.findLast(({ at }) => at !== undefined)?.at;
