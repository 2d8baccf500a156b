/** Choosing several rows of a list. Pure. */

/** Flips one; with `from`, everything from there to it becomes as it becomes. */
export function picked(
  selected: ReadonlySet<string>,
  order: readonly string[],
  id: string,
  from: string | null,
): Set<string> {
  const next = new Set(selected);
  const wanted = !selected.has(id);
  const [a, b] = [order.indexOf(from ?? id), order.indexOf(id)];
  const ids = a < 0 || b < 0 ? [id] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
  for (const each of ids) {
    if (wanted) next.add(each);
    else next.delete(each);
  }
  return next;
}
