/**
 * Walks over the documents that hold all tokens, the newest first, and stops wherever the caller does: a common word costs
 * no more than the page that is read of it, a rare one no more than one short row for each block.
 */
import type { Tx } from '../../platform/database/pool.ts';
import type { Dated } from './documents.ts';
import { newerFirst } from './documents.ts';
import { locate, openBlocks, readBlocks } from './sources.ts';
import type { BlockRow, Source, Walk } from './sources.ts';

/** Documents of the blocks that are opened first; then ever more. */
const firstChunk = 16 * 4096;
/** Documents whose places in time are asked for at once. */
const together = 96;

/** Each once: what was filed anew, since something was found in it later, stands in two blocks until they are merged. */
export async function* newestFirst(tx: Tx, walk: Walk): AsyncGenerator<Dated> {
  const closed = await readBlocks(tx, walk);
  let sources: Source[] = [];
  let chunk = firstChunk;
  let last: Dated | null = null;
  for (;;) {
    sources = sources.filter((source) => source.ready.length > 0 || source.hides());
    const best = newestOf(sources);
    const hiding = sources.filter((source) => source.ready.length === 0);
    const hidden = Math.max(-1, ...hiding.map((source) => source.bound));
    const unopened = closed[0]?.last_at ?? -1;
    const seen = best?.ready.at(-1)!.at ?? 0;
    if (closed.length > 0 && unopened >= seen && unopened > hidden) {
      sources.push(...(await openBlocks(tx, walk, takeChunk(closed, chunk))));
      chunk *= 4;
    } else if (hiding.length > 0 && hidden >= seen) {
      await locate(tx, walk, nearest(hiding));
    } else if (best) {
      const next = best.ready.pop()!;
      if (!last || newerFirst(last, next) !== 0) yield next;
      last = next;
    } else return;
  }
}

function takeChunk(blocks: BlockRow[], documents: number): BlockRow[] {
  let count = 0;
  const end = blocks.findIndex((block) => (count += block.documents) >= documents);
  return blocks.splice(0, end < 0 ? blocks.length : end + 1);
}

function newestOf(sources: readonly Source[]): Source | null {
  let best: Source | null = null;
  for (const source of sources) {
    const head = source.ready.at(-1);
    if (head && (!best || newerFirst(head, best.ready.at(-1)!) < 0)) best = source;
  }
  return best;
}

/** Those whose documents may be the newest, and as many more as make a flight worth while. */
function nearest(hiding: readonly Source[]): Source[] {
  const chosen: Source[] = [];
  let count = 0;
  for (const source of hiding.toSorted((a, b) => b.bound - a.bound)) {
    chosen.push(source);
    count += source.hides();
    if (count >= together) break;
  }
  return chosen;
}
