/** The platform's list of what was paid, held against our own book: what agrees, what it settles, what is amiss. */
import type { ReconcileAnswer, ReconcileRequest } from '../../../core/commerce/operation-api.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import { numberIndex } from '../commerce/index.ts';
import type { Operations } from './context.ts';
import { payByHand } from './pay.ts';
import { rowsOf } from './pages.ts';
import { read } from './rows.ts';

type Line = ReconcileRequest['lines'][number];
type Found = ReconcileAnswer['lines'][number];

export async function reconcile(
  operations: Operations,
  person: Person,
  { lines, settle }: ReconcileRequest,
): Promise<ReconcileAnswer> {
  const { of, ...looked } = await look(operations, person, lines);
  if (!settle) return looked;
  for (const { found, operationId, amountFen, reference } of looked.lines) {
    if (found !== 'settles') continue;
    const { currency } = of.get(operationId!)!;
    await payByHand(operations, person, operationId!, { amountFen, currency, reference });
  }
  const { lines: after, absent } = await look(operations, person, lines);
  return { lines: after, absent };
}

async function look(operations: Operations, person: Person, lines: Line[]) {
  const { shopId } = person;
  const { pool, vault, now } = operations.conversations;
  return snapshotOfShop(pool, shopId, async (tx) => {
    const paid = await paidUnder(
      tx,
      shopId,
      lines.map(({ reference }) => reference),
    );
    const open = await openOf(operations, tx, person, lines);
    const hashOf = (number: string) => numberIndex(vault, shopId, number).toString('hex');
    const taken = new Set<string>();
    const found: Found[] = [];
    const of = new Map<string, Operation>();
    for (const line of lines) {
      const { reference, amountFen } = line;
      const known = paid.get(reference);
      const number = line.orderNumber === null ? null : hashOf(line.orderNumber);
      const [match, ...others] = known ? [] : candidates(open, number, amountFen, taken);
      const one = known ?? (others.length === 0 ? match : undefined);
      if (one) of.set(one.operationId, one);
      if (match && others.length === 0) taken.add(match.operationId);
      found.push({
        reference,
        amountFen,
        operationId: one?.operationId ?? null,
        found: known
          ? known.amountFen === amountFen
            ? 'agrees'
            : 'amount-differs'
          : match === undefined
            ? 'not-ours'
            : others.length > 0
              ? 'ambiguous'
              : match.amountFen === amountFen
                ? 'settles'
                : 'amount-differs',
      });
    }
    const absent = await absentOf(tx, shopId, [...paid.values()], lines);
    return { lines: found, absent: await rowsOf(tx, vault, person, absent, now()), of };
  });
}

async function paidUnder(tx: Tx, shopId: string, references: string[]): Promise<Map<string, Operation>> {
  const rows = await read(tx, `o.shop_id = $1 and o.state = 'done' and o.reference = any($2::text[])`, [
    shopId,
    references,
  ]);
  return new Map(rows.map((one) => [one.reference!, one]));
}

interface Open {
  one: Operation;
  /** Keyed hash, as hex. */
  number: string;
}

/** What waits to be paid, or to be known, on the orders that the list names. */
async function openOf(
  { conversations }: Operations,
  tx: Tx,
  { shopId }: Person,
  lines: Line[],
): Promise<Open[]> {
  const { vault } = conversations;
  const indexes = lines.flatMap(({ orderNumber }) =>
    orderNumber === null ? [] : [numberIndex(vault, shopId, orderNumber)],
  );
  const orders = await tx.query<{ id: string; number: Buffer }>(
    'select order_id as id, number_index as number from orders where shop_id = $1 and number_index = any($2::bytea[])',
    [shopId, indexes],
  );
  const numbers = new Map(orders.map(({ id, number }) => [id, number.toString('hex')]));
  const rows = await read(
    tx,
    `o.shop_id = $1 and o.state in ('ready', 'unknown') and o.kind in ('refund', 'payout', 'compensation', 'price-difference', 'close')
    and o.order_id = any($2::uuid[]) order by o.created_at`,
    [shopId, [...numbers.keys()]],
  );
  return rows.map((one) => ({ one, number: numbers.get(one.orderId)! }));
}

/** Of the order that the line names: those of its amount, else all. */
function candidates(
  open: readonly Open[],
  number: string | null,
  amountFen: number,
  taken: ReadonlySet<string>,
): Operation[] {
  const of = open
    .filter((each) => each.number === number && !taken.has(each.one.operationId))
    .map(({ one }) => one);
  const same = of.filter((one) => one.amountFen === amountFen);
  return same.length > 0 ? same : of;
}

/** Recorded as paid between the first and the last that the list knows, and not in it. */
async function absentOf(tx: Tx, shopId: string, known: Operation[], lines: Line[]): Promise<Operation[]> {
  if (known.length === 0) return [];
  const times = known.map(({ stateAt }) => stateAt);
  return read(
    tx,
    `o.shop_id = $1 and o.state = 'done' and o.reference is not null and o.amount_fen is not null
      and o.state_at between $2 and $3 and o.reference <> all($4::text[]) order by o.state_at limit 200`,
    [
      shopId,
      new Date(Math.min(...times)),
      new Date(Math.max(...times)),
      lines.map(({ reference }) => reference),
    ],
  );
}
