/** Half a year of orders into the demo shop, behind the desk's back: it is open before the last one is in. */
import type { ImportKind } from '../../core/commerce/reading/fields.ts';
import { fieldsOf } from '../../core/commerce/reading/fields.ts';
import type { Row } from '../../core/commerce/reading/read-row.ts';
import type { App } from '../../server/main.ts';
import { findShortages, importTable } from '../../server/modules/commerce/index.ts';
import { inShop } from '../../server/platform/database/pool.ts';
import { bringOperations } from './bring-operations.ts';
import { goodsOf, orderCount } from './index.ts';
import { makeOffers } from './offers.ts';

/** What is there already stays: a start that was cut short is taken up again. */
export function bringGoods(app: App, shopId: string, madeAt: number): void {
  let isStopped = false;
  const done = bring(app, shopId, madeAt, () => isStopped).catch((error: unknown) => {
    if (!isStopped) process.stderr.write(`demo goods: ${String(error)}\n`);
  });
  app.http.addHook('onClose', async () => {
    isStopped = true;
    await done;
  });
}

async function bring(app: App, shopId: string, madeAt: number, stopped: () => boolean) {
  await bringRows(app, shopId, madeAt, stopped);
  await bringOperations(app, shopId, madeAt, stopped);
}

async function bringRows({ pool, vault, now }: App, shopId: string, madeAt: number, stopped: () => boolean) {
  const [known] = await inShop(pool, shopId, (tx) =>
    tx.query<{ orders: number; changes: number }>(
      `select (select count(*)::int from orders where shop_id = $1 and source = $2) as orders,
        (select count(*)::int from order_changes where shop_id = $1) as changes`,
      [shopId, source],
    ),
  );
  // The changes come last.
  if (known!.orders >= orderCount && known!.changes > 0) return;
  await makeOffers(pool, shopId, madeAt);
  for (const [kind, rows] of goodsOf(madeAt)) {
    if (stopped()) return;
    const mapping = Object.fromEntries(Object.keys(fieldsOf(kind)).map((name) => [name, name]));
    await importTable(
      { pool, vault, shopId, source, now },
      tableOf(kind, rows),
      { kind, mapping, zone: '+08:00' },
      {
        stopped,
        onProgress: () => {},
        onFault: ({ row, field, why }) => {
          throw new Error(`${kind}, row ${row}: ${field} ${why}`);
        },
      },
    );
  }
  await findShortages(pool, shopId, now());
}

const source = 'yinuo';

function tableOf(kind: ImportKind, rows: Row[]): Parameters<typeof importTable>[1] {
  return {
    format: 'json',
    encoding: 'utf-8',
    columns: Object.keys(fieldsOf(kind)),
    source,
    bytesRead: () => 0,
    async *rows() {
      yield rows.map((cells, i) => ({ number: i + 2, cells, ragged: false }));
    },
  };
}
