import type { Turn } from './facts.ts';
import type { Scene } from './rule.ts';

type Heard = Pick<Scene, 'turns'>;

/**
 * What a rule remembers of an episode so far, kept with the list of turns itself: as it grows only what is new is read,
 * so a long conversation costs no more for each turn than a short one.
 */
export function remembering<History, From extends Heard = Scene>(
  begin: () => History,
  read: (history: History, turn: number, scene: From) => void,
): (scene: From) => History {
  const known = new WeakMap<readonly Turn[], { history: History; turns: number }>();
  return (scene) => {
    let kept = known.get(scene.turns);
    if (!kept) known.set(scene.turns, (kept = { history: begin(), turns: 0 }));
    for (; kept.turns < scene.turns.length; kept.turns++) read(kept.history, kept.turns, scene);
    return kept.history;
  };
}
