import { announcesWait, asksLeave, endOfTurn, thanksForTheWait } from '../phone/call.ts';
import type { Message, Rule, Scene } from '../rule.ts';

/** Shorter than this nobody waited, in milliseconds. */
const shortest = 5_000;

/** Leave is asked before a wait, thanks are said after it. */
export const hold: Rule = {
  id: 'phone.hold',
  weight: 'note',
  moments: ['after'],
  says: {
    zh: { title: '等待前没征得同意或等待后没致谢', reason: '让顾客等之前先问一声可不可以，回来先谢谢等待。' },
    en: {
      title: 'A wait without leave or thanks',
      reason: 'Ask leave before a wait, and thank for it after.',
    },
  },
  turn(message, scene) {
    if (scene.facts.channel !== 'phone' || message.from !== 'agent') return [];
    const found = lacksLeave(message, scene) || lacksThanks(message, scene);
    return found ? [message.view.markAll()] : [];
  },
};

/** A wait was announced, not asked for. */
function lacksLeave({ turn, view }: Message, scene: Scene): boolean {
  return announcesWait(view) && !asksLeave(view) && backAfter(turn, scene) !== null;
}

/** The agent is back from a wait and says no thanks. */
function lacksThanks({ turn, view }: Message, scene: Scene): boolean {
  const before = scene.turns.findLastIndex(({ from }, i) => i < turn && from === 'agent');
  if (before < 0 || !announcesWait(scene.view(before)) || backAfter(before, scene) !== turn) return false;
  return !thanksForTheWait(view) && !announcesWait(view);
}

/** The turn in which the agent is back from the wait announced in `turn`; null where there was none. */
function backAfter(turn: number, { turns }: Scene): number | null {
  const back = turns.findIndex(({ from }, i) => i > turn && from === 'agent');
  if (back < 0) return null;
  const since = endOfTurn(turns[back - 1]!);
  const { at } = turns[back]!;
  return since !== undefined && at !== undefined && at - since < shortest ? null : back;
}
