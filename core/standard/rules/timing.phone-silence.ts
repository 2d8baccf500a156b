import { announcesWait, endOfTurn, holdsWithLeave } from '../phone/call.ts';
import type { Message, Rule, Scene } from '../rule.ts';

/** The longest silence on the telephone, in milliseconds. */
const longest = 30_000;

/** No answer on the telephone for longer than half a minute; a hold taken with leave is none. */
export const phoneSilence: Rule = {
  id: 'timing.phone-silence',
  weight: 'note',
  moments: ['after'],
  says: {
    zh: { title: '电话里沉默太久', reason: '顾客在电话里等了半分钟以上没有回应，会以为断线或没人管。' },
    en: { title: 'Silence on the phone', reason: 'The caller heard nothing for over half a minute.' },
  },
  turn(message, scene) {
    if (scene.facts.channel !== 'phone') return [];
    const silent = message.from === 'agent' ? spokeLate(message, scene) : leftAlone(message, scene);
    return silent ? [message.view.markAll()] : [];
  },
  abstains({ facts, turns }) {
    if (facts.channel !== 'phone') return null;
    return turns.some(({ from, at }) => from !== 'system' && at === undefined) ? 'no-times' : null;
  },
};

/** The answer came late; or the agent came back late from a wait for which no leave was asked. */
function spokeLate({ turn, at }: Message, scene: Scene): boolean {
  const before = scene.turns[turn - 1];
  if (!before || at === undefined || before.from === 'system' || holdsWithLeave(turn, scene)) return false;
  if (before.from === 'agent' && !announcesWait(scene.view(turn - 1))) return false;
  const since = endOfTurn(before);
  return since !== undefined && at - since > longest;
}

/** Nobody answered the caller's last words until the call ended. */
function leftAlone({ turn, from }: Message, scene: Scene): boolean {
  if (from !== 'customer' || turn !== scene.turns.length - 1 || !scene.closed) return false;
  if (scene.customer(turn).courtesy === 'thanks' || holdsWithLeave(turn, scene)) return false;
  const since = endOfTurn(scene.turns[turn]!);
  const until = scene.ended?.at;
  return since !== undefined && until !== undefined && until - since > longest;
}
