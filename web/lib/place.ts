/** A list that keeps its place: while it is held, no row moves under the pointer. Pure. */
export interface Placed {
  ids: readonly string[];
  /** How many were put on top since the list was last settled. */
  arrived: number;
}

export const nothingPlaced: Placed = { ids: [], arrived: 0 };

/**
 * @param wanted the true order
 * @param held somebody points at the list or has scrolled: rows stay where they are, also those that no longer belong;
 *   what arrives goes on top, what the next page brings goes to the end
 */
export function place(shown: Placed, wanted: readonly string[], held: boolean): Placed {
  if (!held || shown.ids.length === 0) return settled(shown, wanted);
  const known = new Set(shown.ids);
  const lastKnown = wanted.findLastIndex((id) => known.has(id));
  const arrived = wanted.filter((id, at) => at < lastKnown && !known.has(id));
  const following = lastKnown < 0 ? [] : wanted.slice(lastKnown + 1);
  const onTop = lastKnown < 0 ? [...wanted] : arrived;
  if (onTop.length + following.length === 0) return shown;
  return { ids: [...onTop, ...shown.ids, ...following], arrived: shown.arrived + onTop.length };
}

function settled(shown: Placed, wanted: readonly string[]): Placed {
  const same = shown.arrived === 0 && shown.ids.length === wanted.length && wanted.every((id, at) => id === shown.ids[at]);
  return same ? shown : { ids: wanted, arrived: 0 };
}
