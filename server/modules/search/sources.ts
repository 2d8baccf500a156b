/** Where documents stand that hold all tokens: in each block some. */
import type { Tx } from '../../platform/database/pool.ts';
import type { Book, Dated } from './documents.ts';
import { newerFirst } from './documents.ts';
import type { Places } from './pages.ts';
import { decodePage, pageSize } from './pages.ts';
import { bucketOf, findList, inAll } from './posting-lists.ts';

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

export interface BlockRow {
  block: number;
  bits: number;
  documents: number;
  first_at: number;
  last_at: number;
}

/** `blocks.test.ts` reads the plans of these. */
export const statements = {
  blocks: `select block, bits, documents, first_at, last_at from search_blocks
    where shop_id = $1 and book = $2 and stage = 'filed' and last_at >= $3 and first_at <= $4
    order by last_at desc, block desc`,
  postings: `select p.block, p.bucket, p.lists from unnest($2::bigint[], $3::int[]) as w(block, bucket)
    join search_postings p on p.shop_id = $1 and p.block = w.block and p.bucket = w.bucket`,
  upTo: `select block, max(page)::int as page from search_pages
    where shop_id = $1 and block = any($2::bigint[]) and first_at <= $3 group by block`,
  pages: `select p.block, p.page, p.places from unnest($2::bigint[], $3::int[]) as w(block, page)
    join search_pages p on p.shop_id = $1 and p.block = w.block and p.page = w.page`,
};

export function readBlocks(tx: Tx, walk: Walk): Promise<BlockRow[]> {
  return tx.query(statements.blocks, [walk.shopId, walk.book, iso(walk.from), iso(latest(walk))]);
}

/** Those of the blocks where something stands that holds all tokens. */
export async function openBlocks(tx: Tx, walk: Walk, blocks: readonly BlockRow[]): Promise<Source[]> {
  const [lists, ends] = await Promise.all([readLists(tx, walk, blocks), readEnds(tx, walk, blocks)]);
  return blocks.flatMap(({ block, bits, last_at }) => {
    const end = ends.get(block) ?? Infinity;
    const docs = inAll(walk.tokens.map((token) => lists(block, bucketOf(token, bits), token))).filter(
      (doc) => doc < end,
    );
    return docs.length === 0 ? [] : [new Source(block, docs, Math.min(last_at, latest(walk)))];
  });
}

type FindList = (block: number, bucket: number, token: number) => number[];

async function readLists(tx: Tx, walk: Walk, blocks: readonly BlockRow[]): Promise<FindList> {
  const wanted = blocks.flatMap(({ block, bits }) =>
    [...new Set(walk.tokens.map((token) => bucketOf(token, bits)))].map((bucket) => ({ block, bucket })),
  );
  const rows = await tx.query<{ block: number; bucket: number; lists: Buffer }>(statements.postings, [
    walk.shopId,
    wanted.map(({ block }) => block),
    wanted.map(({ bucket }) => bucket),
  ]);
  const found = new Map(rows.map(({ block, bucket, lists }) => [`${block} ${bucket}`, lists]));
  return (block, bucket, token) => {
    const lists = found.get(`${block} ${bucket}`);
    return lists ? findList(lists, token) : [];
  };
}

/** Of the blocks that reach beyond the latest moment: the number that no document in question has. */
async function readEnds(tx: Tx, walk: Walk, blocks: readonly BlockRow[]): Promise<Map<number, number>> {
  const cut = blocks.filter((block) => block.last_at > latest(walk)).map(({ block }) => block);
  if (cut.length === 0) return new Map();
  const rows = await tx.query<{ block: number; page: number }>(statements.upTo, [
    walk.shopId,
    cut,
    iso(latest(walk)),
  ]);
  return new Map(rows.map(({ block, page }) => [block, (page + 1) * pageSize]));
}

/** Looks up the next documents of each. */
export async function locate(tx: Tx, walk: Walk, sources: readonly Source[]): Promise<void> {
  const wanted = sources.map((source) => ({ source, docs: source.take() }));
  const pages = new Map<string, { block: number; page: number }>();
  for (const { source, docs } of wanted)
    for (const page of docs.map(pageOf)) pages.set(`${source.block} ${page}`, { block: source.block, page });
  const rows = await tx.query<{ block: number; page: number; places: Buffer }>(statements.pages, [
    walk.shopId,
    [...pages.values()].map(({ block }) => block),
    [...pages.values()].map(({ page }) => page),
  ]);
  const read = new Map<string, Places>(
    rows.map(({ block, page, places }) => [`${block} ${page}`, decodePage(places)]),
  );
  for (const { source, docs } of wanted)
    source.put(
      docs.flatMap((doc) => read.get(`${source.block} ${pageOf(doc)}`)?.[doc % pageSize] ?? []),
      walk,
    );
}

/** Documents of one block that hold all tokens; when they were said is looked up as late as possible. */
export class Source {
  /** Looked up, the newest last. */
  ready: Dated[] = [];
  /** None that is not looked up yet is newer. */
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

  /** How many are not looked up yet. */
  hides(): number {
    return this.#docs.length;
  }

  /** The next that are to be looked up. */
  take(): number[] {
    const some = this.#docs.splice(-this.#size);
    this.#size *= 2;
    return some;
  }

  /** @param found in the order of time */
  put(found: Dated[], { from, to, after }: Walk): void {
    this.bound = found[0]?.at ?? this.bound;
    this.ready = found.filter(
      (one) => one.at >= from && one.at <= to && (!after || newerFirst(one, after) > 0),
    );
  }
}

const firstTake = 64;
const pageOf = (doc: number) => Math.floor(doc / pageSize);
const latest = ({ to, after }: Walk) => Math.min(to, after?.at ?? Infinity);
const iso = (at: number) => new Date(at).toISOString();
