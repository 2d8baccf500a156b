/**
 * Keeps the index beside the log: a reader with a position of its own. One that has never read begins with the log's first
 * entry, so that a shop's years are filed when the index is new.
 */
import type { Event } from '../../../core/events.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import { isAfter } from '../../platform/log/cursor.ts';
import type { Entry } from '../../platform/log/entries.ts';
import { followLog } from '../../platform/log/reader.ts';
import { readPosition, savePosition } from '../../platform/log/saved-position.ts';
import type { Tail } from '../../platform/log/tail.ts';
import type { Book, DocumentRef } from './documents.ts';
import { ruleToken } from './documents.ts';
import { addToken, fileDocuments, takeOut } from './file-documents.ts';
import { sealBlock } from './seal-block.ts';

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
    const events = of.map(({ event }) => event);
    const refs = events.flatMap(said);
    for (let i = 0; i < refs.length; i += filedAtOnce) {
      await inShop(pool, shopId, (tx) => fileDocuments(tx, shopId, refs.slice(i, i + filedAtOnce)));
      await seal(pool, shopId, 'words');
    }
    for (const { ref, rule } of events.flatMap(found))
      await inShop(pool, shopId, (tx) => addToken(tx, shopId, ref, ruleToken(rule)));
  }
}

/** What a reader of the thread finds there now. */
function said(event: Event): DocumentRef[] {
  const ownerId = event.conversationId;
  switch (event.type) {
    case 'message.posted':
      return [{ kind: 'message', ownerId, seq: event.seq }];
    case 'note.added':
      return [{ kind: 'note', ownerId, seq: event.staffSeq }];
    case 'conversation.imported':
      return Array.from({ length: event.messages }, (_, i) => ({ kind: 'message', ownerId, seq: i + 1 }));
    default:
      return [];
  }
}

function found(event: Event): { ref: DocumentRef; rule: string }[] {
  if (event.type !== 'finding.raised') return [];
  return [
    { ref: { kind: 'message', ownerId: event.conversationId, seq: event.messageSeq }, rule: event.rule },
  ];
}

/** What the tables' own triggers noted: new names, changed words, erased ones. */
async function lookAgain(pool: Pool, shopId: string): Promise<void> {
  for (;;) {
    const count = await inShop(pool, shopId, async (tx) => {
      const due = await tx.query<{ kind: DocumentRef['kind']; owner_id: string; seq: number }>(
        `delete from search_due where shop_id = $1 and due_id in
          (select due_id from search_due where shop_id = $1 order by due_id limit ${dueAtOnce})
        returning kind, owner_id, seq`,
        [shopId],
      );
      if (due.length === 0) return 0;
      const refs = due.map(({ kind, owner_id: ownerId, seq }) => ({ kind, ownerId, seq }));
      await takeOut(tx, shopId, refs);
      await fileDocuments(tx, shopId, refs);
      return due.length;
    });
    if (count === 0) return;
    await seal(pool, shopId, 'words');
    await seal(pool, shopId, 'names');
    if (count < dueAtOnce) return;
  }
}

/** Short transactions: a long one would hold up the log's readers. */
const filedAtOnce = 500;
const dueAtOnce = 200;

async function seal(pool: Pool, shopId: string, book: Book): Promise<void> {
  while (await sealBlock(pool, shopId, book));
}

/** The index has one writer, so that a document is never moved and taken out at once. */
function oneByOne(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
