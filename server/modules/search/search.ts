/** The newest messages and notes that hold all the words, of those that the person may see. */
import type { SearchAnswer } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import { wordsOf } from '../../../core/search/find.ts';
import { tokensOfWords } from '../../../core/search/tokens.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import type { Conversations } from '../conversations/index.ts';
import { keyOf, parseKey } from './cursor.ts';
import { findCustomers } from './customers.ts';
import type { Dated } from './documents.ts';
import { authorToken, conversationToken, ruleToken } from './documents.ts';
import type { Filters } from './hits.ts';
import { readHits } from './hits.ts';
import { newestFirst } from './newest-first.ts';
import type { Walk } from './sources.ts';

export interface SearchQuery extends Filters {
  q: string;
  limit: number;
  after?: string;
}

export async function search(
  { pool, vault }: Pick<Conversations, 'pool' | 'vault'>,
  person: Person,
  asked: SearchQuery,
): Promise<SearchAnswer> {
  const words = wordsOf(asked.q);
  const tokens = tokensOfWords(words);
  if (tokens.length === 0)
    refuse({ code: 'invalid', problems: [{ field: 'q', problem: 'too-short', limit: 2 }] });
  const after = asked.after === undefined ? null : parseKey(asked.after);
  const walk: Walk = {
    shopId: person.shopId,
    book: 'words',
    tokens: [...tokens, ...facetsOf(asked)],
    from: asked.from ?? 0,
    to: asked.to ?? latestTime,
    after,
  };
  return snapshotOfShop(pool, person.shopId, async (tx) => ({
    ...(await readPage(tx, person, walk, words, asked)),
    customers: after ? [] : await findCustomers(tx, vault, person, asked.q, words),
  }));
}

/** Of so many that hold the words, at most, is asked whether they fit in all else; the next page goes on behind them. */
const mostLookedAt = 3000;
const latestTime = Date.UTC(9999, 0);

async function readPage(
  tx: Tx,
  person: Person,
  walk: Walk,
  words: readonly string[],
  asked: SearchQuery,
): Promise<Pick<SearchAnswer, 'hits' | 'next' | 'searchedTo'>> {
  const found = newestFirst(tx, walk);
  const hits: SearchAnswer['hits'] = [];
  let looked = 0;
  let size = asked.limit + 14;
  for (;;) {
    const batch = await takeFrom(found, size);
    looked += batch.length;
    for (const { place, hit } of await readHits(tx, person, batch, words, asked)) {
      hits.push(hit);
      if (hits.length === asked.limit) return { hits, next: keyOf(place), searchedTo: null };
    }
    if (batch.length < size) return { hits, next: null, searchedTo: null };
    if (looked >= mostLookedAt) return { hits, next: keyOf(batch.at(-1)!), searchedTo: batch.at(-1)!.at };
    size = Math.min(size * 2, 500);
  }
}

async function takeFrom(found: AsyncGenerator<Dated>, count: number): Promise<Dated[]> {
  const taken: Dated[] = [];
  while (taken.length < count) {
    const { value, done } = await found.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

function facetsOf({ by, rule, conversation }: Filters): number[] {
  return [
    ...(by ? [authorToken(by)] : []),
    ...(rule ? [ruleToken(rule)] : []),
    ...(conversation ? [conversationToken(conversation)] : []),
  ];
}
