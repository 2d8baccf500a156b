/** What the shop took out of an order, or changed in it, before it left. */
import type { FaultReason } from '../../../../core/commerce/reading/read-row.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { ImportTarget, ReadRow, Stored } from './storing.ts';
import { ordersOf, unknownOf } from './known.ts';
import type { Written } from './rows.ts';
import { iso, tally, word } from './rows.ts';

const kinds: readonly (readonly [string, RegExp])[] = [
  ['oversell-deletion', /超卖删单|oversell.deletion/i],
  ['oversell-change', /超卖改单|oversell.change/i],
  ['out-of-stock-deletion', /缺货删单|out.of.stock.deletion/i],
];

export async function storeChanges(tx: Tx, target: ImportTarget, rows: ReadRow[]): Promise<Stored> {
  const orders = await ordersOf(tx, target, rows);
  const why: FaultReason = 'unknown-change';
  const faults = [
    ...unknownOf(rows, 'number', 'unknown-order', (number) => orders.has(number)),
    ...unknownOf(
      rows.filter(({ values }) => orders.has(values['number'] as string)),
      'change',
      why,
      (said) => kindOf(said) !== null,
    ),
  ];
  const changes = new Map<string, object>();
  for (const { values } of rows) {
    const order_id = orders.get(values['number'] as string);
    const kind = kindOf(values['change'] as string);
    if (order_id === undefined || kind === null) continue;
    const change = {
      order_id,
      kind,
      sku_code: values['skuCode'],
      at: iso(values['changedAt']),
      to_sku_code: word(values['toSkuCode']),
      agreed_at: iso(values['agreedAt']),
    };
    changes.set([order_id, kind, change.sku_code, change.at].join('\n'), change);
  }
  const written = await tx.query<Written>(changeRows, [target.shopId, JSON.stringify([...changes.values()])]);
  return { ...tally(changes.size, written), faults };
}

const kindOf = (said: string): string | null => kinds.find(([, pattern]) => pattern.test(said))?.[0] ?? null;

const changeRows = `insert into order_changes as c (shop_id, order_id, kind, sku_code, at, to_sku_code, agreed_at)
  select $1, r.* from json_to_recordset($2::json) as r(order_id uuid, kind text, sku_code text, at timestamptz,
    to_sku_code text, agreed_at timestamptz)
  on conflict (shop_id, order_id, kind, sku_code, at) do update
    set to_sku_code = coalesce(excluded.to_sku_code, c.to_sku_code), agreed_at = coalesce(excluded.agreed_at, c.agreed_at)
    where (c.to_sku_code, c.agreed_at) is distinct from (coalesce(excluded.to_sku_code, c.to_sku_code),
      coalesce(excluded.agreed_at, c.agreed_at))
  returning order_id::text as key, (xmax = 0) as added`;
