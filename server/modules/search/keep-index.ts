/**
 * Keeps the index beside the log: a reader with a position of its own. One that has never read begins with the log's first
 * entry, so that a shop's years are filed when the index is new.
 */
import type { Event } from '../../../core/events.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { isAfter } from '../../platform/log/cursor.ts';
import type { Entry } from '../../platform/log/entries.ts';
import { followLog } from '../../platform/log/reader.ts';
import { readPosition, savePosition } from '../../platform/log/saved-position.ts';
import type { Tail } from '../../platform/log/tail.ts';
import type { DocumentRef } from './documents.ts';
import type { Said } from './file-documents.ts';
import { fileDocuments } from './file-documents.ts';
import { lookAgain } from './look-again.ts';
import { mergeBlocks } from './merge-blocks.ts';

export interface Index {
  /** There may be something to file. */
  wake(): void;
  /** Looks again at what was changed or erased, and notes how far the log was read. */
  tend(shopIds: string[]): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  pool: Pool;
  logPool: Pool;
  /** What the node has read already. */
  tail?: Tail;
  now(): number;
  onFailure(error: unknown): void;
}

export async function keepIndex({ pool, logPool, tail, now, onFailure }: Options): Promise<Index> {
  let saved = await readPosition(pool, readerName);
  const alone = oneByOne();
  const reader = followLog({
    pool: logPool,
    tail,
    from: saved,
    gatherMs,
    now,
    onFailure,
    deliver: (entries) => alone(() => fileEntries(pool, entries)),
  });
  const save = async () => {
    const position = reader.position();
    if (!isAfter(position, saved)) return;
    await savePosition(pool, readerName, position);
    saved = position;
  };
  return {
    wake: () => reader.wake(),
    async tend(shopIds) {
      for (const shopId of shopIds) await alone(() => lookAgain(pool, shopId));
      await save();
    },
    async stop() {
      await reader.stop();
      await save();
    },
  };
}

const readerName = 'search';

async function fileEntries(pool: Pool, entries: Entry[]): Promise<void> {
  for (const [shopId, of] of Map.groupBy(entries, (entry) => entry.shopId)) {
    const said = of
      .map(({ position, event }) => ({ position, refs: refsOf(event) }))
      .filter(({ refs }) => refs.length > 0);
    for (const some of inBlocks(said)) {
      await fileDocuments(pool, shopId, some);
      await mergeBlocks(pool, shopId, 'words');
    }
  }
}

/** What a reader of the thread finds there now; found in it later, it is filed once more, under that as well. */
function refsOf(event: Event): DocumentRef[] {
  const ownerId = event.conversationId;
  switch (event.type) {
    case 'message.posted':
      return [{ kind: 'message', ownerId, seq: event.seq }];
    case 'finding.raised':
      return [{ kind: 'message', ownerId, seq: event.messageSeq }];
    case 'note.added':
      return [{ kind: 'note', ownerId, seq: event.staffSeq }];
    case 'conversation.imported':
      return Array.from({ length: event.messages }, (_, i) => ({ kind: 'message', ownerId, seq: i + 1 }));
    default:
      return [];
  }
}

function* inBlocks(said: Said[]): Generator<Said[]> {
  let some: Said[] = [];
  let count = 0;
  for (const one of said) {
    some.push(one);
    count += one.refs.length;
    if (count < filedAtOnce) continue;
    yield some;
    some = [];
    count = 0;
  }
  if (count > 0) yield some;
}

/** How long what is said is gathered before it is filed: one row for many costs what one row for one does. */
const gatherMs = 1000;
/** Documents of a block where there are years to be filed. */
const filedAtOnce = 16_384;

/** The index has one writer, so that a document is never moved and taken out at once. */
function oneByOne(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
