/** Lists of the inbox that somebody put together and named, for themselves. */
import { v7 as uuid } from 'uuid';
import type { SavedView } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from './context.ts';

type Wanted = Omit<SavedView, 'viewId'>;
type Use = Pick<Conversations, 'pool' | 'now'>;

/** As many as a menu can show. */
const most = 30;

export function listViews({ pool }: Use, { shopId, agentId }: Person): Promise<SavedView[]> {
  return inShop(pool, shopId, (tx) =>
    tx.query(
      `select view_id as "viewId", name, view, filter from saved_views where shop_id = $1 and agent_id = $2 order by lower(name)`,
      [shopId, agentId],
    ),
  );
}

export async function saveView({ pool, now }: Use, person: Person, wanted: Wanted): Promise<SavedView> {
  const viewId = uuid();
  const { shopId, agentId } = person;
  await inShop(pool, shopId, async (tx) => {
    const others = await lockNames(tx, person);
    requireName(others, wanted.name);
    if (others.length >= most)
      refuse({ code: 'invalid', problems: [{ field: 'view', problem: 'too-long', limit: most }] });
    tx.send(
      `insert into saved_views (shop_id, view_id, agent_id, name, view, filter, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        shopId,
        viewId,
        agentId,
        wanted.name,
        wanted.view,
        JSON.stringify(wanted.filter),
        new Date(now()).toISOString(),
      ],
    );
  });
  return { viewId, ...wanted };
}

export async function changeView(
  { pool }: Use,
  person: Person,
  viewId: string,
  wanted: Wanted,
): Promise<SavedView> {
  const { shopId, agentId } = person;
  await inShop(pool, shopId, async (tx) => {
    const others = await lockNames(tx, person);
    if (!others.some((one) => one.viewId === viewId)) refuse({ code: 'not-found', what: 'view' });
    requireName(
      others.filter((one) => one.viewId !== viewId),
      wanted.name,
    );
    tx.send(
      'update saved_views set name = $4, view = $5, filter = $6 where shop_id = $1 and agent_id = $2 and view_id = $3',
      [shopId, agentId, viewId, wanted.name, wanted.view, JSON.stringify(wanted.filter)],
    );
  });
  return { viewId, ...wanted };
}

export async function dropView({ pool }: Use, { shopId, agentId }: Person, viewId: string): Promise<void> {
  const gone = await inShop(pool, shopId, (tx) =>
    tx.query('delete from saved_views where shop_id = $1 and agent_id = $2 and view_id = $3 returning 1', [
      shopId,
      agentId,
      viewId,
    ]),
  );
  if (gone.length === 0) refuse({ code: 'not-found', what: 'view' });
}

/** What the person has, while nobody else (another tab of theirs) adds to it. */
function lockNames(tx: Tx, { shopId, agentId }: Person): Promise<{ viewId: string; name: string }[]> {
  tx.send(`select pg_advisory_xact_lock(hashtextextended('views ' || $1, 0))`, [agentId]);
  return tx.query('select view_id as "viewId", name from saved_views where shop_id = $1 and agent_id = $2', [
    shopId,
    agentId,
  ]);
}

function requireName(others: { name: string }[], name: string): void {
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    refuse({ code: 'conflict', reason: 'view-name-taken' });
}
