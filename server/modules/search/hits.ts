/** What was found, as it is shown: with its words, who said it, and only where the person may see it. */
import type { SearchHit } from '../../../core/api.ts';
import type { AuthorKind, NoteKind } from '../../../core/events.ts';
import { excerptOf, find } from '../../../core/search/find.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Group, Person } from '../../../core/team/roles.ts';
import { reaches } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Dated } from './documents.ts';
import { refKey } from './documents.ts';

export interface Filters {
  /** An agent. */
  by?: string;
  rule?: string;
  conversation?: string;
  /** Epoch ms, both inclusive. */
  from?: number;
  to?: number;
  /** Of the episode that it was said in. */
  scoreFrom?: number;
  scoreTo?: number;
}

/** In the order they are given in; those without the words, out of reach or not as asked for are left out. */
export async function readHits(
  tx: Tx,
  person: Person,
  places: readonly Dated[],
  words: readonly string[],
  filters: Filters,
): Promise<{ place: Dated; hit: SearchHit }[]> {
  if (places.length === 0) return [];
  const rows = await readRows(tx, person.shopId, places);
  const byKey = new Map(
    rows.map((row) => [refKey({ kind: row.kind, ownerId: row.conversation_id, seq: row.seq }), row]),
  );
  return places.flatMap((place) => {
    const row = byKey.get(refKey(place));
    if (
      !row ||
      !reaches(person, { assigneeId: row.assignee_id, group: row.group_name }) ||
      !fits(row, filters)
    )
      return [];
    const found = find(row.text, words);
    return found ? [{ place, hit: hitOf(row, excerptOf(row.text, found)) }] : [];
  });
}

interface Row {
  kind: 'message' | 'note';
  conversation_id: string;
  seq: number;
  after_seq: number;
  text: string;
  author: AuthorKind;
  note_kind: NoteKind | null;
  author_id: string | null;
  author_name: string | null;
  at: number | null;
  points: number | null;
  rules: RuleId[];
  group_name: Group;
  assignee_id: string | null;
  customer_id: string;
  customer_name: string | null;
}

async function readRows(tx: Tx, shopId: string, places: readonly Dated[]): Promise<Row[]> {
  const of = (kind: Dated['kind']) => {
    const some = places.filter((place) => place.kind === kind);
    return some.length === 0
      ? []
      : tx.query<Row>(statements[kind === 'note' ? 'note' : 'message'], [
          shopId,
          some.map((place) => place.ownerId),
          some.map((place) => place.seq),
        ]);
  };
  return (await Promise.all([of('message'), of('note')])).flat();
}

const wanted = 'unnest($2::uuid[], $3::int[]) as w(conversation_id, seq)';
const whose = `
  join conversations c on c.shop_id = $1 and c.conversation_id = w.conversation_id
  left join customers cu on cu.shop_id = $1 and cu.customer_id = c.customer_id`;

export const statements = {
  message: `select 'message' as kind, m.conversation_id, m.seq, m.seq as after_seq, m.text, m.author, null as note_kind,
      m.author_id, a.name as author_name, m.said_at as at, e.points, c.group_name, c.assignee_id, c.customer_id,
      cu.name as customer_name,
      array(select f.rule from findings f where f.shop_id = $1 and f.conversation_id = m.conversation_id
        and f.message_seq = m.seq and f.verdict is distinct from 'wrong' order by f.rule) as rules
    from ${wanted} join messages m on m.shop_id = $1 and m.conversation_id = w.conversation_id and m.seq = w.seq ${whose}
    left join episodes e on e.shop_id = $1 and e.episode_id = m.episode_id
    left join agents a on m.author = 'agent' and a.shop_id = $1 and a.agent_id = m.author_id
    where m.text is not null`,
  note: `select 'note' as kind, n.conversation_id, n.staff_seq as seq, n.after_seq, n.text, 'agent' as author, n.kind as note_kind,
      n.author_id, a.name as author_name, n.created_at as at, null::int as points, c.group_name, c.assignee_id, c.customer_id,
      cu.name as customer_name, array[]::text[] as rules
    from ${wanted} join notes n on n.shop_id = $1 and n.conversation_id = w.conversation_id and n.staff_seq = w.seq ${whose}
    left join agents a on a.shop_id = $1 and a.agent_id = n.author_id
    where n.text is not null`,
};

/** Tokens may say too much (two that share a number), or what was so once: the rows decide. */
function fits(row: Row, { by, rule, conversation, scoreFrom, scoreTo }: Filters): boolean {
  if (by !== undefined && row.author_id !== by) return false;
  if (rule !== undefined && !row.rules.includes(rule as RuleId)) return false;
  if (conversation !== undefined && row.conversation_id !== conversation) return false;
  if (scoreFrom === undefined && scoreTo === undefined) return true;
  return row.points !== null && row.points >= (scoreFrom ?? 0) && row.points <= (scoreTo ?? Infinity);
}

function hitOf(row: Row, excerpt: SearchHit['excerpt']): SearchHit {
  return {
    kind: row.kind,
    conversationId: row.conversation_id,
    customerName: row.customer_name,
    seq: row.seq,
    afterSeq: row.after_seq,
    author: row.author,
    noteKind: row.note_kind,
    authorName: row.author_name,
    at: row.at,
    points: row.points,
    rules: row.rules,
    excerpt,
  };
}
