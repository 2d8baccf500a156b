import { exchangeAt, isLastOfAgent } from '../answer.ts';
import type { Message, Rule, Scene } from '../rule.ts';
import { messageAt } from '../scene.ts';
import { sensitive } from './complaint.sensitive.ts';

/** An authority, a court or the press was named, and apology, plan or escalation is missing. */
export const sensitiveMishandled: Rule = {
  id: 'complaint.sensitive-mishandled',
  weight: 'warn',
  weightAfter: 'note',
  moments: ['live', 'after'],
  says: {
    zh: {
      title: '敏感投诉处理不当',
      reason: '顾客提到监管、法律或媒体之后，要有道歉、至少一个具体方案，并且上报。',
    },
    en: {
      title: 'Outside complaint mishandled',
      reason:
        'Once an authority, a court or the press is named, it takes an apology, a concrete plan and escalation.',
    },
  },
  turn(message, scene) {
    const exchange = exchangeAt(message, scene);
    if (exchange?.asked.some((turn) => isAlert(turn, scene))) {
      const given = carriedOut(message.turn, lastTurn(message, scene), scene);
      const started = scene.closed ? given.apology && given.plan : given.apology || given.plan;
      if (!started) return [message.view.markAll()];
    }
    return message.from === 'agent' && scene.closed && onlyUnreported(message, scene)
      ? [message.view.markAll()]
      : [];
  },
};

/** The last agent turn of an episode where an alert was answered well but never passed up. */
function onlyUnreported({ turn }: Message, scene: Scene): boolean {
  if (!isLastOfAgent(turn, scene)) return false;
  for (let i = 0; i < turn; i++) {
    if (!isAlert(i, scene)) continue;
    const given = carriedOut(i + 1, turn, scene);
    if (given.apology && given.plan && !given.escalation) return true;
  }
  return false;
}

/** While the episode runs the answer itself counts, afterwards all that followed. */
function lastTurn({ turn }: Message, { turns, closed }: Scene): number {
  if (closed) return turns.length - 1;
  const next = turns.findIndex(({ from }, index) => index > turn && from === 'customer');
  return next < 0 ? turns.length - 1 : next - 1;
}

function carriedOut(from: number, to: number, scene: Scene) {
  const given = { apology: false, plan: false, escalation: false };
  for (let i = from; i <= to; i++) {
    if (scene.turns[i]!.from !== 'agent') continue;
    const { soothing, plans, escalates } = scene.agent(i);
    given.apology ||= soothing.length > 0;
    given.plan ||= plans.some(({ kind }) => kind !== 'escalate');
    given.escalation ||= escalates !== null;
  }
  return given;
}

function isAlert(turn: number, scene: Scene): boolean {
  return scene.turns[turn]!.from === 'customer' && sensitive.turn!(messageAt(scene, turn), scene).length > 0;
}
