/** What can be found: messages, notes, customers' names; loaded as they stand now, so that what was erased is not filed. */
import { facetToken, tokensOf } from '../../../core/search/tokens.ts';
import type { Tx } from '../../platform/database/pool.ts';

export type DocumentKind = 'message' | 'note' | 'customer';
/** Names are kept apart: whoever looks for a word in what was said does not mean somebody who is called so. */
export type Book = 'words' | 'names';

export interface DocumentRef {
  kind: DocumentKind;
  /** The conversation, or the customer. */
  ownerId: string;
  /** A message's seq, a note's staffSeq; 0: a customer. */
  seq: number;
}

/** A document's place in the order of time: the newest first, and those of one moment always in the same order. */
export interface Dated extends DocumentRef {
  /** 0: no time is known. */
  at: number;
}

export const bookOf = ({ kind }: Pick<DocumentRef, 'kind'>): Book =>
  kind === 'customer' ? 'names' : 'words';

export const authorToken = (agentId: string) => facetToken('author', agentId);
export const ruleToken = (rule: string) => facetToken('rule', rule);
export const conversationToken = (conversationId: string) => facetToken('conversation', conversationId);
/** All that is filed of one conversation or customer stands under it. */
export const ownerToken = ({ kind, ownerId }: Pick<DocumentRef, 'kind' | 'ownerId'>) =>
  kind === 'customer' ? facetToken('customer', ownerId) : conversationToken(ownerId);

export const refKey = ({ kind, ownerId, seq }: DocumentRef) => `${kind} ${ownerId} ${seq}`;
export const once = (refs: readonly DocumentRef[]): DocumentRef[] => [
  ...new Map(refs.map((ref) => [refKey(ref), ref])).values(),
];

/** Negative: a is newer. */
export function newerFirst(a: Dated, b: Dated): number {
  if (a.at !== b.at) return b.at - a.at;
  if (a.ownerId !== b.ownerId) return a.ownerId < b.ownerId ? 1 : -1;
  if (a.kind !== b.kind) return a.kind < b.kind ? 1 : -1;
  return b.seq - a.seq;
}

export interface LoadedDocument extends Dated {
  tokens: number[];
}

interface Row {
  owner_id: string;
  seq: number;
  at: number | null;
  text: string;
  author_id: string | null;
  rules: string[] | null;
}

/** Those of them that have words. */
export async function loadDocuments(tx: Tx, shopId: string, refs: DocumentRef[]): Promise<LoadedDocument[]> {
  const byKind = Map.groupBy(refs, (ref) => ref.kind);
  const loading = [...byKind].map(async ([kind, some]) => {
    const owners = some.map((ref) => ref.ownerId);
    const seqs = some.map((ref) => ref.seq);
    const rows = await tx.query<Row>(loadSql[kind], [shopId, owners, seqs]);
    return rows.map((row) => documentOf(kind, row));
  });
  return (await Promise.all(loading)).flat();
}

function documentOf(kind: DocumentKind, { owner_id: ownerId, seq, at, text, author_id, rules }: Row) {
  const tokens = tokensOf(text);
  tokens.push(ownerToken({ kind, ownerId }));
  if (author_id) tokens.push(authorToken(author_id));
  for (const rule of rules ?? []) tokens.push(ruleToken(rule));
  return { kind, ownerId, seq, at: at ?? 0, tokens };
}

const wanted = 'unnest($2::uuid[], $3::int[]) as w(owner_id, seq)';

const loadSql: Record<DocumentKind, string> = {
  message: `select w.owner_id, w.seq, m.said_at as at, m.text,
      case m.author when 'agent' then m.author_id end as author_id,
      (select array_agg(distinct f.rule) from findings f
        where f.shop_id = $1 and f.conversation_id = m.conversation_id and f.message_seq = m.seq) as rules
    from ${wanted} join messages m on m.shop_id = $1 and m.conversation_id = w.owner_id and m.seq = w.seq
    where m.text is not null`,
  note: `select w.owner_id, w.seq, n.created_at as at, n.text, n.author_id, null::text[] as rules
    from ${wanted} join notes n on n.shop_id = $1 and n.conversation_id = w.owner_id and n.staff_seq = w.seq
    where n.text is not null`,
  customer: `select w.owner_id, w.seq, c.created_at as at, c.name as text, null::uuid as author_id, null::text[] as rules
    from ${wanted} join customers c on c.shop_id = $1 and c.customer_id = w.owner_id
    where c.name is not null`,
};
