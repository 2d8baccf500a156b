/**
 * Works on several items at once, begun in their order. Begins no more once `stopped` says so, or once one
 * has failed; those begun are finished, then the first failure is thrown.
 */
export async function several<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  atOnce: number,
  stopped: () => boolean,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const begun = new Set<Promise<void>>();
  let failure: { error: unknown } | undefined;
  for await (const item of items) {
    if (stopped() || failure) break;
    const one: Promise<void> = work(item)
      .catch((error) => void (failure ??= { error }))
      .finally(() => begun.delete(one));
    begun.add(one);
    if (begun.size >= atOnce) await Promise.race(begun);
  }
  await Promise.all(begun);
  if (failure) throw failure.error;
}
