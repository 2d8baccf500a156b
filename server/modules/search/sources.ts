/** Where documents stand: the newest with their tokens, the others in blocks. */
import type { Tx } from '../../platform/database/pool.ts';
import { inAll } from './block.ts';
import type { Book, Dated, DocumentKind } from './documents.ts';
import { newerFirst } from './documents.ts';

export interface Walk {
  shopId: string;
  book: Book;
  tokens: number[];
  /** Epoch ms, both inclusive. */
  from: number;
  to: number;
  /** Only what comes behind it. */
  after: Dated | null;
}

/** Documents that hold all tokens; when they were said is looked up as late as possible. */
export interface Source {
  /** Looked up, the newest last. */
  ready: Dated[];
  /** None that is not looked up yet is newer. */
  bound: number;
  /** How many there may be of those. */
  hides(): number;
}

export interface BlockRow {
  block: number;
  first_at: number;
  last_at: number;
}

/** `search.test.ts` reads the plans of these. */
export const statements = {
  blocks: `select block, first_at, last_at from search_blocks
    where shop_id = $1 and book = $2 and last_at >= $3 and first_at <= $4 order by last_at desc, block desc`,
  postings: `select block, docs from search_postings
    where shop_id = $1 and book = $2 and token = any($3::int[]) and block = any($4::int[])`,
  upTo: `select block, max(doc)::int as doc from search_documents
    where shop_id = $1 and book = $2 and block = any($3::int[]) and at <= $4 group by block`,
  documents: `select d.block, d.kind, d.owner_id, d.seq, d.at
    from unnest($3::int[], $4::int[]) as w(block, doc)
    join search_documents d on d.shop_id = $1 and d.book = $2 and d.block = w.block and d.doc = w.doc`,
  recents: `select kind, owner_id, seq, at from search_recents
    where shop_id = $1 and book = $2 and at >= $4 and (at, owner_id, kind, seq) < ($5, $6, $7, $8) and tokens @> $3::int[]
    order by at desc, owner_id desc, kind desc, seq desc limit $9`,
};

export function readBlocks(tx: Tx, walk: Walk): Promise<BlockRow[]> {
  return tx.query(statements.blocks, [walk.shopId, walk.book, iso(walk.from), iso(latest(walk))]);
}

/** Those of the blocks where something stands that holds all tokens. */
export async function openBlocks(tx: Tx, walk: Walk, blocks: readonly BlockRow[]): Promise<Filed[]> {
  const numbers = blocks.map(({ block }) => block);
  const cut = blocks.filter((block) => block.last_at > latest(walk)).map(({ block }) => block);
  const [postings, ends] = await Promise.all([
    tx.query<{ block: number; docs: Buffer }>(statements.postings, [
      walk.shopId,
      walk.book,
      walk.tokens,
      numbers,
    ]),
    cut.length === 0
      ? []
      : tx.query<{ block: number; doc: number }>(statements.upTo, [
          walk.shopId,
          walk.book,
          cut,
          iso(latest(walk)),
        ]),
  ]);
  const lists = Map.groupBy(postings, ({ block }) => block);
  return blocks.flatMap(({ block, last_at }) => {
    const of = lists.get(block) ?? [];
    if (of.length < walk.tokens.length) return [];
    const end = cut.includes(block) ? (ends.find((one) => one.block === block)?.doc ?? -1) : Infinity;
    const docs = inAll(of.map((one) => one.docs)).filter((doc) => doc <= end);
    return [new Filed(block, docs, Math.min(last_at, latest(walk)))];
  });
}

/** Looks up the next documents of each. */
export async function locate(tx: Tx, walk: Walk, sources: readonly Source[]): Promise<void> {
  const recents = sources.filter((source) => source instanceof Recents);
  const filed = sources.filter((source) => source instanceof Filed);
  await Promise.all([...recents.map((source) => source.read(tx)), locateFiled(tx, walk, filed)]);
}

/** The newest documents, which are in no block yet. */
export class Recents implements Source {
  ready: Dated[] = [];
  bound: number;
  readonly #walk: Walk;
  #last: Dated;
  #more = firstTake;

  constructor(walk: Walk) {
    const { to, after } = walk;
    this.#walk = walk;
    this.bound = latest(walk);
    this.#last = after && after.at <= to ? after : { at: to + 1, ownerId: lowestId, kind: 'message', seq: 0 };
  }

  hides(): number {
    return this.#more;
  }

  async read(tx: Tx): Promise<void> {
    const { shopId, book, tokens, from } = this.#walk;
    const { at, ownerId, kind, seq } = this.#last;
    const key = [iso(at), ownerId, kind, seq];
    const rows = await tx.query<PlaceRow>(statements.recents, [
      shopId,
      book,
      tokens,
      iso(from),
      ...key,
      this.#more,
    ]);
    const found = rows.map(placeOf);
    this.#more = found.length < this.#more ? 0 : this.#more * 4;
    this.#last = found.at(-1) ?? this.#last;
    this.bound = this.#last.at;
    this.ready = found.toReversed();
  }
}

/** Those of one block. */
class Filed implements Source {
  ready: Dated[] = [];
  bound: number;
  readonly block: number;
  readonly #docs: number[];
  #size = firstTake;

  /** @param docs ascending, as they stand in time */
  constructor(block: number, docs: number[], bound: number) {
    this.block = block;
    this.#docs = docs;
    this.bound = bound;
  }

  hides(): number {
    return this.#docs.length;
  }

  /** The next that are to be looked up. */
  take(): number[] {
    const some = this.#docs.splice(-this.#size);
    this.#size *= 2;
    return some;
  }

  put(found: Dated[], { from, after }: Walk): void {
    const sorted = found.toSorted(newerFirst);
    this.bound = sorted.at(-1)?.at ?? this.bound;
    this.ready = sorted
      .filter((one) => one.at >= from && (!after || newerFirst(one, after) > 0))
      .toReversed();
  }
}

async function locateFiled(tx: Tx, walk: Walk, sources: readonly Filed[]): Promise<void> {
  if (sources.length === 0) return;
  const wanted = sources.flatMap((source) => source.take().map((doc) => ({ block: source.block, doc })));
  const rows = await tx.query<PlaceRow>(statements.documents, [
    walk.shopId,
    walk.book,
    wanted.map(({ block }) => block),
    wanted.map(({ doc }) => doc),
  ]);
  const byBlock = Map.groupBy(rows, ({ block }) => block);
  for (const source of sources) source.put((byBlock.get(source.block) ?? []).map(placeOf), walk);
}

interface PlaceRow {
  block: number;
  kind: DocumentKind;
  owner_id: string;
  seq: number;
  at: number;
}

const firstTake = 64;
const lowestId = '00000000-0000-0000-0000-000000000000';

const placeOf = (row: PlaceRow): Dated => ({
  kind: row.kind,
  ownerId: row.owner_id,
  seq: row.seq,
  at: row.at,
});

const latest = ({ to, after }: Walk) => Math.min(to, after?.at ?? Infinity);
const iso = (at: number) => new Date(at).toISOString();
