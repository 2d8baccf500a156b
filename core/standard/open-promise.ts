/** Whether something is still owed to the customer: a promise with a time, due or not, that nobody has kept yet. */
import type { Facts } from './facts.ts';
import { promiseBroken } from './rules/timing.promise-broken.ts';
import { messageAt, openScene } from './scene.ts';

export function hasOpenPromise(facts: Facts, now: number): boolean {
  // As it will be when the last of them is past, where nobody says anything more.
  const scene = openScene(facts, now + aYear);
  return facts.turns.some((_, turn) => promiseBroken.turn!(messageAt(scene, turn), scene).length > 0);
}

const aYear = 366 * 24 * 3600_000;
