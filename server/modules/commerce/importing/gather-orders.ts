/** Rows of a batch as orders: what is said of the order on every line of it, its lines, and its parcels. Pure. */
import { readOrderState } from '../../../../core/commerce/order-state.ts';
import type { Values } from '../../../../core/commerce/reading/read-row.ts';
import type { ReadRow } from './storing.ts';
import { currencyOf, figure, iso, word } from './rows.ts';

export interface GatheredOrder {
  number: string;
  /** Where its system has an id of its own for it. */
  externalId: string | null;
  /** When it was last changed there, where the source tells. */
  toldAt: number | null;
  personal: Personal;
  order: Record<string, string | number | null>;
  lines: Map<string, Record<string, string | number | null>>;
  parcels: Map<string, Record<string, string | number | null>>;
}

/** Sealed with the buyer's key. */
export interface Personal {
  number: string;
  account?: string;
  receiver?: string;
  phone?: string;
  address?: string;
  buyerNote?: string;
  sellerNote?: string;
}

export function gatherOrders(rows: readonly ReadRow[]): GatheredOrder[] {
  const orders = new Map<string, { values: Values; lines: Values[]; parcels: Values[] }>();
  for (const { values } of rows) {
    const number = values['number'] as string;
    const known = orders.get(number) ?? { values: {}, lines: [], parcels: [] };
    // What a later row leaves empty an earlier one may have said.
    for (const [name, value] of Object.entries(values))
      if (value !== null || !(name in known.values)) known.values[name] = value;
    if (values['lineId'] ?? values['title'] ?? values['skuCode'] ?? values['productCode'])
      known.lines.push(values);
    if (values['trackingNo']) known.parcels.push(values);
    orders.set(number, known);
  }
  return [...orders].map(([number, { values, lines, parcels }]) => ({
    number,
    externalId: word(values['externalId']),
    toldAt: figure(values['updatedAt']),
    personal: { number, ...personalOf(values) },
    order: orderOf(number, values),
    lines: linesOf(lines),
    parcels: new Map(parcels.map((parcel) => [parcel['trackingNo'] as string, parcelOf(parcel)])),
  }));
}

const personalFields = ['account', 'receiver', 'phone', 'address', 'buyerNote', 'sellerNote'] as const;

const personalOf = (values: Values): Omit<Personal, 'number'> =>
  Object.fromEntries(
    personalFields.flatMap((name) => (word(values[name]) ? [[name, word(values[name])]] : [])),
  );

function orderOf(number: string, values: Values): GatheredOrder['order'] {
  const said = word(values['state']);
  return {
    state: said && readOrderState(said),
    state_said: said,
    total_fen: figure(values['total']),
    paid_fen: figure(values['paid']),
    freight_fen: figure(values['freight']),
    refunded_fen: figure(values['refunded']),
    currency: currencyOf(values),
    placed_at: iso(values['placedAt']) ?? iso(values['paidAt']) ?? dayInNumber(number),
    paid_at: iso(values['paidAt']),
    dispatched_at: iso(values['dispatchedAt']),
    received_at: iso(values['receivedAt']),
    closed_at: iso(values['closedAt']),
    promised_at: iso(values['promisedAt']),
  };
}

/** Pinduoduo's numbers begin with the day, `201121-…`; its export leaves the time empty now and then. */
function dayInNumber(number: string): string | null {
  const day = /^(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])-\d{10,}$/.exec(number);
  return day && `20${day[1]}-${day[2]}-${day[3]}T00:00:00+08:00`;
}

/** By the platform's id; without one by what is in it, and which of its like it is. */
function linesOf(lines: readonly Values[]): GatheredOrder['lines'] {
  const found: GatheredOrder['lines'] = new Map();
  for (const line of lines) {
    const like = ['skuCode', 'productCode', 'title', 'spec'].map((name) => line[name] ?? '').join('\n');
    let key = word(line['lineId']);
    for (let nth = 1; key === null; nth++) if (!found.has(`${like}\n${nth}`)) key = `${like}\n${nth}`;
    found.set(key, {
      product_code: word(line['productCode']),
      sku_code: word(line['skuCode']),
      title: word(line['title']),
      spec: word(line['spec']),
      quantity: figure(line['quantity']) || null,
      price_fen: figure(line['price']),
      paid_fen: figure(line['linePaid']),
      refunded_fen: figure(line['lineRefunded']),
      state_said: word(line['state']),
    });
  }
  return found;
}

const parcelOf = (values: Values) => ({
  carrier: word(values['carrier']),
  dispatched_at: iso(values['dispatchedAt']),
  promised_at: iso(values['promisedAt']),
  delivered_at: iso(values['receivedAt']),
});
