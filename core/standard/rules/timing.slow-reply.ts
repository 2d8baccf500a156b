import type { Turn } from '../facts.ts';
import type { Message, Rule, Scene } from '../rule.ts';
import { waitingSince } from '../unanswered.ts';
import { defaultThresholds, waitedFor } from '../waiting.ts';

/** No answer in chat for longer than the threshold, in working hours. */
export const slowReply: Rule = slowerThan(defaultThresholds.finding);

function slowerThan(seconds: number): Rule {
  return {
    id: 'timing.slow-reply',
    weight: 'warn',
    weightAfter: 'note',
    moments: ['live', 'after'],
    says: {
      zh: { title: '回复太慢', reason: '顾客等了太久没有得到回应，容易觉得没人管。' },
      en: {
        title: 'Slow reply',
        reason: 'The customer waited too long for an answer and may feel left alone.',
      },
    },
    turn(message, scene) {
      if (scene.facts.channel !== 'chat') return [];
      const late = message.from === 'agent' ? lateAnswer : leftAlone;
      return late(message, scene, seconds) ? [message.view.markAll()] : [];
    },
    tuned: ({ thresholds }) => (thresholds.finding === seconds ? slowReply : slowerThan(thresholds.finding)),
    abstains({ facts, turns }) {
      if (facts.channel !== 'chat') return null;
      return turns.some(({ from, at }) => from !== 'system' && at === undefined) ? 'no-times' : null;
    },
  };
}

/** The answer came, but late: it stands at the agent's turn. */
function lateAnswer(message: Message, scene: Scene, seconds: number): boolean {
  if (scene.turns[message.turn - 1]?.from === 'agent') return false;
  const waiting = waitingSince(scene.turns, scene.facts.assignedAt, message.turn);
  return isLate(waiting?.since, message.at, scene, seconds);
}

/** No answer came at all: it stands at the customer's turn that started the clock. */
function leftAlone(message: Message, scene: Scene, seconds: number): boolean {
  const waiting = waitingSince(scene.turns, scene.facts.assignedAt);
  return waiting?.turn === message.turn && isLate(waiting.since, endOf(scene), scene, seconds);
}

function isLate(
  since: number | undefined,
  until: number | undefined,
  { facts }: Scene,
  seconds: number,
): boolean {
  if (since === undefined || until === undefined) return false;
  return waitedFor(since, until, facts.hours) > seconds * 1000;
}

/** Until when a customer was left alone: a closed episode ends at its end or its last turn, an open one now. */
function endOf({ closed, ended, turns, now }: Scene): number | undefined {
  return closed ? (ended?.at ?? lastTime(turns)) : now;
}

const lastTime = (turns: readonly Turn[]) => turns.findLast(({ at }) => at !== undefined)?.at;
