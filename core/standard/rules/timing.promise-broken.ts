import { hoursOfShop } from '../promises/calendar.ts';
import { keeps } from '../promises/kept.ts';
import { promisesIn, type Promised } from '../promises/promise.ts';
import type { Message, Rule, Scene } from '../rule.ts';

/** A promise with a time that was not kept by then. It stands at the turn that made it. */
export const promiseBroken: Rule = {
  id: 'timing.promise-broken',
  weight: 'alert',
  weightAfter: 'note',
  moments: ['live', 'after'],
  says: {
    zh: { title: '承诺没有按时兑现', reason: '答应了时间却没有按时给顾客交代；顾客被告知了才算兑现。' },
    en: {
      title: 'Broken promise',
      reason: 'A time was promised and has passed; a promise is kept only when the customer was told.',
    },
  },
  turn(message, scene) {
    const now = nowIn(scene);
    if (message.from !== 'agent' || message.at === undefined || now === undefined) return [];
    if (now - message.at < shortest) return [];
    const broken = promisesMade(message, message.at, scene).find(
      (promise) => promise.due < now && !isKept(promise, message.turn, scene),
    );
    return broken ? [{ start: broken.start, end: broken.end }] : [];
  },
  abstains({ turns }) {
    return turns.some(({ from, at }) => from === 'agent' && at === undefined) ? 'no-times' : null;
  },
};

/** Nothing promised is due sooner: what was just said is not read for it. */
const shortest = 1_000;

/** With a time: a vague one breaks nothing. */
function promisesMade({ view }: Message, at: number, { facts }: Scene): Promised[] {
  const calendar = hoursOfShop(facts.hours, facts.zone);
  return promisesIn(view, { at, lang: facts.lang, calendar }).filter(({ vague }) => !vague);
}

/** The customer was told in time, or given a new time before the old one was past. */
function isKept(promise: Promised, made: number, scene: Scene): boolean {
  for (let turn = made + 1; turn < scene.turns.length; turn++) {
    const { from, at } = scene.turns[turn]!;
    if (from !== 'agent' || at === undefined || at > promise.due) continue;
    if (keeps(promise, made, turn, scene) || renews(promise, turn, at, scene)) return true;
  }
  return false;
}

function renews({ action, due }: Promised, turn: number, at: number, { facts, view }: Scene): boolean {
  const calendar = hoursOfShop(facts.hours, facts.zone);
  return promisesIn(view(turn), { at, lang: facts.lang, calendar }).some(
    (later) => !later.vague && later.action === action && later.due > due,
  );
}

/** A closed episode ended at its end or its last turn; an open one goes on now. */
function nowIn({ closed, ended, turns, now }: Scene): number | undefined {
  return closed ? (ended?.at ?? turns.findLast(({ at }) => at !== undefined)?.at) : now;
}
