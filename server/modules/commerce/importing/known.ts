/** Orders that rows name by their number, and rows that name what the shop does not have. */
import type { FaultReason } from '../../../../core/commerce/reading/read-row.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { externalIndex, numberIndex } from '../blind.ts';
import type { ImportTarget, ReadRow, Stored } from './storing.ts';

/** By number, or by the id that its system has for it; one of this source before one of another. */
export async function ordersOf(
  tx: Tx,
  { vault, shopId, source }: ImportTarget,
  rows: ReadRow[],
): Promise<Map<string, string>> {
  const asked = [...new Set(rows.map(({ values }) => values['number'] as string))];
  const numbers = byIndex(asked, (number) => numberIndex(vault, shopId, number));
  const ids = byIndex(asked, (id) => externalIndex(vault, shopId, source, id));
  const byNumber = tx.query<Found>(statements.byNumber, [shopId, buffers(numbers), source]);
  const byId = tx.query<Found>(statements.byId, [shopId, buffers(ids), source]);
  return new Map([
    ...(await byId).map(({ key, id }) => [ids.get(key.toString('hex'))!, id] as const),
    ...(await byNumber).map(({ key, id }) => [numbers.get(key.toString('hex'))!, id] as const),
  ]);
}

interface Found {
  key: Buffer;
  id: string;
}

const byIndex = (values: string[], index: (value: string) => Buffer): Map<string, string> =>
  new Map(values.map((value) => [index(value).toString('hex'), value]));
const buffers = (indexes: Map<string, string>): Buffer[] =>
  [...indexes.keys()].map((hex) => Buffer.from(hex, 'hex'));

const statements = {
  byNumber: `select number_index as key, order_id as id from orders where shop_id = $1 and number_index = any($2::bytea[])
    order by (source = $3), order_id`,
  byId: `select external_index as key, order_id as id from orders
    where shop_id = $1 and source = $3 and external_index = any($2::bytea[])`,
};

export function unknownOf(
  rows: ReadRow[],
  field: string,
  why: FaultReason,
  isKnown: (value: string) => boolean,
): Stored['faults'] {
  return rows
    .filter(({ values }) => !isKnown(values[field] as string))
    .map(({ number }) => ({ number, fault: { field, column: null, why } }));
}
