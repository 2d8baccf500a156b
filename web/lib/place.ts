/** A list that keeps its place: while it is held, no row moves under the pointer. Pure. */
export interface Placed {
  ids: readonly string[];
  /** How many have come or moved above the first row since the list was last settled. */
  above: number;
}

export const nothingPlaced: Placed = { ids: [], above: 0 };

/**
 * @param wanted the true order
 * @param held somebody points at the list or has scrolled in it: rows stay where they are, also those that no longer belong;
 *   what comes above them waits, what the next page brings goes to the end
 */
export function place(shown: Placed, wanted: readonly string[], held: boolean): Placed {
  if (!held || shown.ids.length === 0) return same(shown, wanted, 0);
  const known = new Set(shown.ids);
  const following = wanted.slice(wanted.findLastIndex((id) => known.has(id)) + 1);
  const first = shown.ids.find((id) => wanted.includes(id));
  if (first === undefined) return same(shown, shown.ids, wanted.length);
  return same(shown, [...shown.ids, ...following], wanted.indexOf(first));
}

/** The very same value where nothing changed, so that nothing is drawn again. */
function same(shown: Placed, ids: readonly string[], above: number): Placed {
  const unchanged =
    shown.above === above && shown.ids.length === ids.length && ids.every((id, at) => id === shown.ids[at]);
  return unchanged ? shown : { ids, above };
}
