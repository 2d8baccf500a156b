/** Looks through what still has to leave: what can't is marked, what can after all is let go, and each step is an event of its order. */
import { v7 as uuid } from 'uuid';
import type { OrderHappening } from '../../../../core/events.ts';
import { findShort } from '../../../../core/commerce/shortage/find-short.ts';
import type { FoundBy, Shortage } from '../../../../core/commerce/shortage/shortage.ts';
import { lookedAtAgain } from '../../../../core/commerce/shortage/shortage.ts';
import type { Pool, Tx } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import { tell } from './order-events.ts';

export function findShortages(pool: Pool, shopId: string, now: number): Promise<void> {
  return inShop(pool, shopId, async (tx) => {
    await oneAtATime(tx, shopId);
    const [waiting, known] = await Promise.all([
      tx.query<WaitingRow>(waitingLines, [shopId]),
      tx.query<KnownRow>(
        // An operation may settle one meanwhile.
        `select shortage_id as "shortageId", order_id as "orderId", line_key as "lineKey", units, state, found_by as by, choice
        from shortages where shop_id = $1 and state in ('open', 'answered') for update`,
        [shopId],
      ),
    ]);
    const short = shortOf(waiting);
    const stillWaiting = new Set(waiting.map(keyOf));
    for (const one of known) {
      const found = short.get(keyOf(one));
      short.delete(keyOf(one));
      const step = lookedAtAgain(one, {
        isWaiting: stillWaiting.has(keyOf(one)),
        isShort: found !== undefined,
      });
      if (step?.type === 'shortage.ended') {
        tx.send('update shortages set state = $3, ended_at = $4 where shop_id = $1 and shortage_id = $2', [
          shopId,
          one.shortageId,
          step.as,
          new Date(now),
        ]);
        tell(tx, shopId, one.orderId, { ...step, shortageId: one.shortageId }, now);
      } else if (found && one.state === 'open' && one.by !== 'hand' && found.units !== one.units) {
        tx.send('update shortages set units = $3 where shop_id = $1 and shortage_id = $2', [
          shopId,
          one.shortageId,
          found.units,
        ]);
      }
    }
    for (const found of short.values()) mark(tx, shopId, { ...found, byId: null }, now);
  });
}

/** A person and the search never mark the same line twice. */
export const oneAtATime = (tx: Tx, shopId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 20))', [shopId]);

interface Found {
  orderId: string;
  lineKey: string;
  units: number;
  by: FoundBy;
}

export function mark(tx: Tx, shopId: string, found: Found & { byId: string | null }, now: number): string {
  const { orderId, lineKey, units, by, byId } = found;
  const shortageId = uuid();
  tx.send(
    `insert into shortages (shop_id, shortage_id, order_id, line_key, units, found_by, state, marked_at, marked_by)
    values ($1, $2, $3, $4, $5, $6, 'open', $7, $8)`,
    [shopId, shortageId, orderId, lineKey, units, by, new Date(now), byId],
  );
  const happening: OrderHappening = { type: 'shortage.marked', shortageId, lineKey, units, by, byId };
  tell(tx, shopId, orderId, happening, now);
  return shortageId;
}

interface WaitingRow {
  orderId: string;
  lineKey: string;
  /** What has to leave: with an agreed change, what it was changed to. null: nobody knows. */
  skuCode: string | null;
  /** Without the units that money went back for. */
  quantity: number;
  at: number;
  /** null: nobody counted it. */
  stock: number | null;
  /** The platform took it out of the order or changed it, and no agreement is on record. */
  unagreed: boolean;
}

type KnownRow = Shortage & { shortageId: string; orderId: string; lineKey: string; units: number };

const keyOf = ({ orderId, lineKey }: { orderId: string; lineKey: string }) => `${orderId} ${lineKey}`;

function shortOf(rows: readonly WaitingRow[]): Map<string, Found> {
  const short = new Map<string, Found>();
  const stock = new Map<string, number>();
  const waiting = [];
  for (const { orderId, lineKey, quantity, at, unagreed, ...row } of rows) {
    if (unagreed)
      short.set(keyOf({ orderId, lineKey }), { orderId, lineKey, units: quantity, by: 'history' });
    else if (row.skuCode !== null) {
      if (row.stock !== null) stock.set(row.skuCode, row.stock);
      waiting.push({ orderId, lineKey, quantity, at, skuCode: row.skuCode });
    }
  }
  for (const found of findShort(waiting, stock)) short.set(keyOf(found), { ...found, by: 'stock' });
  return short;
}

/** Lines of paid orders of which nothing has left; not those that were refunded, or taken out with the customer's consent. */
const waitingLines = `select o.order_id as "orderId", l.line_key as "lineKey", coalesce(c.to_sku_code, l.sku_code) as "skuCode",
    l.quantity - l.given_back as quantity, coalesce(o.paid_at, o.placed_at, o.created_at) as at,
    (select sum(t.quantity)::int from skus k join stock t on t.shop_id = k.shop_id and t.sku_id = k.sku_id
      where k.shop_id = $1 and k.code = coalesce(c.to_sku_code, l.sku_code)) as stock,
    c.kind is not null and c.agreed_at is null as unagreed
  from orders o join lateral (select l.*, (select coalesce(sum(s.units), 0)::int from shortages s
      where s.shop_id = $1 and s.order_id = l.order_id and s.line_key = l.line_key and s.choice = 'refund'
        and s.settled_by is not null) as given_back
    from order_lines l where l.shop_id = $1 and l.order_id = o.order_id) l on l.quantity > l.given_back
  left join lateral (select kind, to_sku_code, agreed_at from order_changes c
    where c.shop_id = $1 and c.order_id = o.order_id and c.sku_code = l.sku_code order by at desc limit 1) c on true
  where o.shop_id = $1 and o.dispatched_at is null and o.received_at is null and o.closed_at is null
    and (o.state = 'paid' or o.state is null and o.paid_at is not null)
    and not exists (select from shipments s where s.shop_id = $1 and s.order_id = o.order_id)
    and coalesce(l.refunded_fen, 0) < greatest(coalesce(l.paid_fen, 1), 1)
    and not (c.kind is not null and c.kind <> 'oversell-change' and c.agreed_at is not null)`;
