/** Another size or colour of a line, by the desk: the order itself says from then on what was agreed. */
import { refuse } from '../../../../core/refusal.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { DeskChange, LineContent } from './changes.ts';
import { insertChange, moveChange } from './changes.ts';

interface Of {
  operationId: string;
  orderId: string;
  lineKey: string;
}

export async function changeLine(
  tx: Tx,
  shopId: string,
  { operationId, orderId, lineKey }: Of,
  toSkuCode: string,
  at: number,
): Promise<void> {
  const source = await contentOf(tx, shopId, orderId, lineKey);
  const [wanted] = await tx.query<Wanted>(wantedSku, [shopId, orderId, toSkuCode, source.skuCode]);
  if (!wanted) refuse({ code: 'conflict', reason: 'stock-uncounted' });
  const { productCode, spec, sameProduct, dearerFen } = wanted;
  const { title, priceFen, quantity } = source;
  const made: LineContent = {
    productCode: sameProduct ? source.productCode : productCode,
    skuCode: toSkuCode,
    // Another product's name is read from the goods themselves.
    title: sameProduct ? title : null,
    spec,
    priceFen: priceFen === null ? null : Math.max(0, priceFen + (dearerFen ?? 0)),
    quantity,
  };
  write(tx, shopId, orderId, lineKey, made);
  const change = { operationId, orderId, lineKey, line: { source, made }, sealed: null, replaces: null };
  insertChange(tx, shopId, { part: 'line', ...change }, at);
}

/** All units together, by the list; null: it does not say. */
export async function dearerBy(
  tx: Tx,
  shopId: string,
  orderId: string,
  { skuCode, quantity }: { skuCode: string | null; quantity: number },
  toSkuCode: string,
): Promise<number | null> {
  const [wanted] = await tx.query<Wanted>(wantedSku, [shopId, orderId, toSkuCode, skuCode]);
  const { dearerFen = null } = wanted ?? {};
  return dearerFen === null ? null : dearerFen * quantity;
}

/** As the source had it; where it has brought something new since, that stays. */
export function letGoOfLine(tx: Tx, shopId: string, change: DeskChange & { part: 'line' }): void {
  const { operationId, orderId, lineKey, line, state } = change;
  moveChange(tx, shopId, operationId, 'undone');
  if (state === 'stands') write(tx, shopId, orderId, lineKey, line.source);
}

/** The desk's again, against what the source says now. */
export async function changeLineAgain(
  tx: Tx,
  shopId: string,
  { operationId, orderId, lineKey, line: { made } }: DeskChange & { part: 'line' },
  at: number,
): Promise<void> {
  const source = await contentOf(tx, shopId, orderId, lineKey);
  write(tx, shopId, orderId, lineKey, made);
  moveChange(tx, shopId, operationId, 'stands', { line: { source, made }, changedAt: at });
}

async function contentOf(tx: Tx, shopId: string, orderId: string, lineKey: string): Promise<LineContent> {
  const [line] = await tx.query<LineContent>(
    `select product_code as "productCode", sku_code as "skuCode", title, spec, price_fen as "priceFen", quantity
    from order_lines where shop_id = $1 and order_id = $2 and line_key = $3`,
    [shopId, orderId, lineKey],
  );
  return line ?? refuse({ code: 'not-found', what: 'line' });
}

/** What was paid for it stays what was paid. */
function write(tx: Tx, shopId: string, orderId: string, lineKey: string, content: LineContent): void {
  const { productCode, skuCode, title, spec, priceFen, quantity } = content;
  tx.send(
    `update order_lines set product_code = $4, sku_code = $5, title = $6, spec = $7, price_fen = $8, quantity = $9
    where shop_id = $1 and order_id = $2 and line_key = $3`,
    [shopId, orderId, lineKey, productCode, skuCode, title, spec, priceFen, quantity],
  );
  tx.send('update orders set updated_at = now() where shop_id = $1 and order_id = $2', [shopId, orderId]);
}

interface Wanted {
  productCode: string;
  spec: string | null;
  sameProduct: boolean;
  /** A unit, by the list; null: it does not say. */
  dearerFen: number | null;
}

/** Of several sources' SKUs of one code the order's own. */
const wantedSku = `select p.external_id as "productCode", coalesce(k.spec, k.size) as spec,
    coalesce(k.product_id = f.product_id, false) as "sameProduct",
    case when k.currency = f.currency then k.price_fen - f.price_fen end as "dearerFen"
  from orders o join skus k on k.shop_id = o.shop_id and k.code = $3
  join products p on p.shop_id = k.shop_id and p.product_id = k.product_id
  left join lateral (select f.product_id, f.price_fen, f.currency from skus f where f.shop_id = o.shop_id and f.code = $4
    order by (f.source = o.source) desc, f.sku_id limit 1) f on true
  where o.shop_id = $1 and o.order_id = $2 order by (k.source = o.source) desc, k.sku_id limit 1`;
