/** Orders that rows name by their number, and rows that name what the shop does not have. */
import type { FaultReason } from '../../../../core/commerce/reading/read-row.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { numberIndex } from '../blind.ts';
import type { ImportTarget, ReadRow, Stored } from './storing.ts';

/** By number; one of this source before one of another. */
export async function ordersOf(
  tx: Tx,
  { vault, shopId, source }: ImportTarget,
  rows: ReadRow[],
): Promise<Map<string, string>> {
  const numbers = new Map(
    rows.map(({ values }) => {
      const number = values['number'] as string;
      return [numberIndex(vault, shopId, number).toString('hex'), number];
    }),
  );
  const found = await tx.query<{ number_index: Buffer; order_id: string }>(
    `select number_index, order_id from orders where shop_id = $1 and number_index = any($2::bytea[])
    order by (source = $3), order_id`,
    [shopId, [...numbers.keys()].map((hex) => Buffer.from(hex, 'hex')), source],
  );
  return new Map(found.map((row) => [numbers.get(row.number_index.toString('hex'))!, row.order_id]));
}

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
