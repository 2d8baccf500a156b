/** Another size or colour of a line or of some of its units, by the desk: the order itself says from then on what was agreed. */
import { refuse } from '../../../../core/refusal.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { DeskChange, LineChange, LineContent } from './changes.ts';
import { insertChange, moveChange } from './changes.ts';
import { callAsTold, putTogether, splitOff } from './units-apart.ts';

interface Of {
  operationId: string;
  orderId: string;
  lineKey: string;
}

export async function changeLine(
  tx: Tx,
  shopId: string,
  of: Of,
  { toSkuCode, units }: { toSkuCode: string; units: number | null },
  at: number,
): Promise<void> {
  const { operationId, orderId, lineKey } = of;
  const source = await contentOf(tx, shopId, orderId, lineKey);
  const [wanted] = await tx.query<Wanted>(wantedSku, [shopId, orderId, toSkuCode, source.skuCode]);
  if (!wanted) refuse({ code: 'conflict', reason: 'stock-uncounted' });
  const { productCode, sameProduct, dearerFen } = wanted;
  const { title, priceFen, quantity } = source;
  const swapped: LineContent = {
    productCode: sameProduct ? source.productCode : productCode,
    skuCode: toSkuCode,
    // Another product's name is read from the goods themselves.
    title: sameProduct ? title : null,
    spec: specLike(source.spec, wanted),
    priceFen: priceFen === null ? null : Math.max(0, priceFen + (dearerFen ?? 0)),
    quantity: units ?? quantity,
  };
  const line = await put(tx, shopId, of, source, swapped);
  insertChange(
    tx,
    shopId,
    { operationId, orderId, lineKey, part: 'line', line, sealed: null, replaces: null },
    at,
  );
}

/** In the place of the line, or beside what stays of it. */
async function put(
  tx: Tx,
  shopId: string,
  { operationId, orderId, lineKey }: Of,
  source: LineContent,
  swapped: LineContent,
): Promise<LineChange> {
  const rest = source.quantity - swapped.quantity;
  if (rest > 0) {
    const apart = await splitOff(tx, shopId, { operationId, orderId, lineKey }, source.quantity, swapped);
    return { source, made: { ...source, quantity: rest }, apart };
  }
  const made = { ...swapped, quantity: source.quantity };
  write(tx, shopId, orderId, lineKey, made);
  return { source, made };
}

/** In the words of the order's source: its `尺码 73` becomes `尺码 80`. */
const specLike = (said: string | null, { spec, formerSpec }: Wanted): string | null =>
  said && spec && formerSpec && said.includes(formerSpec) ? said.replace(formerSpec, spec) : spec;

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
export function letGoOfLine(tx: Tx, shopId: string, change: DeskChange & { part: 'line' }, at: number): void {
  const { operationId, orderId, lineKey, line, state } = change;
  moveChange(tx, shopId, operationId, 'undone');
  if (state !== 'stands') return;
  const { source, made, apart } = line;
  // The source took it up: these units are a line there too.
  if (apart?.toldKey !== undefined) callAsTold(tx, shopId, orderId, apart.lineKey, apart.toldKey);
  else if (apart) {
    const isBack = source.quantity > made.quantity;
    putTogether(tx, shopId, { orderId, lineKey, apartKey: apart.lineKey, withPaid: isBack }, at);
  }
  write(tx, shopId, orderId, lineKey, source);
}

/** The desk's again, against what the source says now. */
export async function changeLineAgain(
  tx: Tx,
  shopId: string,
  { operationId, orderId, lineKey, line: { made, apart } }: DeskChange & { part: 'line' },
  at: number,
): Promise<void> {
  const source = await contentOf(tx, shopId, orderId, lineKey);
  const of = { operationId, orderId, lineKey };
  let line: LineChange = { source, made };
  if (apart) line = await put(tx, shopId, of, source, apart.content);
  else write(tx, shopId, orderId, lineKey, made);
  moveChange(tx, shopId, operationId, 'stands', { line, changedAt: at });
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
  /** Of what it was. */
  formerSpec: string | null;
  sameProduct: boolean;
  /** A unit, by the list; null: it does not say. */
  dearerFen: number | null;
}

/** Of several sources' SKUs of one code the order's own. */
const wantedSku = `select p.external_id as "productCode", coalesce(k.spec, k.size) as spec, f.spec as "formerSpec",
    coalesce(k.product_id = f.product_id, false) as "sameProduct",
    case when k.currency = f.currency then k.price_fen - f.price_fen end as "dearerFen"
  from orders o join skus k on k.shop_id = o.shop_id and k.code = $3
  join products p on p.shop_id = k.shop_id and p.product_id = k.product_id
  left join lateral (select f.product_id, f.price_fen, f.currency, coalesce(f.spec, f.size) as spec from skus f where f.shop_id = o.shop_id and f.code = $4
    order by (f.source = o.source) desc, f.sku_id limit 1) f on true
  where o.shop_id = $1 and o.order_id = $2 order by (k.source = o.source) desc, k.sku_id limit 1`;
