/** What the desk changed in an order, as it is stored beside it. The order's row is locked. */
import type { Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';
import type { Receiver } from '../change-receiver.ts';

export interface LineContent {
  productCode: string | null;
  skuCode: string | null;
  title: string | null;
  spec: string | null;
  priceFen: number | null;
  quantity: number;
}

/** What the source had said, and what the desk put in its place. */
export interface Both<Part> {
  source: Part;
  made: Part;
}

/** What the desk put in the place of all units of a line, or `apart` in the place of some: a line of its own then. */
export interface LineChange extends Both<LineContent> {
  apart?: Apart;
}

export interface Apart {
  lineKey: string;
  /** What the source calls it since it took it up; absent: it has not. */
  toldKey?: string;
  content: LineContent;
}

interface Bare {
  operationId: string;
  orderId: string;
  state: 'stands' | 'overtaken' | 'replaced' | 'undone';
  toldKey: string | null;
  replaces: string | null;
  changedAt: number;
}
export type DeskChange = Bare &
  (
    | { part: 'receiver'; lineKey: null; line: null; sealed: Buffer | null }
    | { part: 'line'; lineKey: string; line: LineChange; sealed: null }
  );

const columns = `operation_id as "operationId", order_id as "orderId", part, line_key as "lineKey", told_key as "toldKey",
  state, line, sealed, replaces, changed_at as "changedAt"`;

export const changesOf = (tx: Tx, shopId: string, orderIds: readonly string[]): Promise<DeskChange[]> =>
  tx.query(`select ${columns} from desk_changes where shop_id = $1 and order_id = any($2::uuid[])`, [
    shopId,
    orderIds,
  ]);

export async function changeBy(tx: Tx, shopId: string, operationId: string): Promise<DeskChange | null> {
  const [found] = await tx.query<DeskChange>(
    `select ${columns} from desk_changes where shop_id = $1 and operation_id = $2`,
    [shopId, operationId],
  );
  return found ?? null;
}

export function insertChange(
  tx: Tx,
  shopId: string,
  one: Pick<DeskChange, 'operationId' | 'orderId' | 'part' | 'lineKey' | 'line' | 'sealed' | 'replaces'>,
  at: number,
): void {
  tx.send(
    `insert into desk_changes (shop_id, operation_id, order_id, part, line_key, line, sealed, replaces, state, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'stands', $9)`,
    [
      shopId,
      one.operationId,
      one.orderId,
      one.part,
      one.lineKey,
      one.line && JSON.stringify(one.line),
      one.sealed,
      one.replaces,
      new Date(at),
    ],
  );
}

/** What is not named stays as it was. */
export function moveChange(
  tx: Tx,
  shopId: string,
  operationId: string,
  state: DeskChange['state'],
  also: {
    line?: LineChange;
    sealed?: Buffer;
    toldKey?: string;
    changedAt?: number;
    overtakenAt?: number;
  } = {},
): void {
  const { line, sealed, toldKey, changedAt, overtakenAt } = also;
  tx.send(
    `update desk_changes set state = $3, line = coalesce($4, line), sealed = coalesce($5, sealed),
      told_key = coalesce($6, told_key), changed_at = coalesce($7, changed_at), overtaken_at = coalesce($8, overtaken_at),
      told_at = case when $8::timestamptz is null then told_at end
    where shop_id = $1 and operation_id = $2`,
    [
      shopId,
      operationId,
      state,
      line ? JSON.stringify(line) : null,
      sealed ?? null,
      toldKey ?? null,
      changedAt === undefined ? null : new Date(changedAt),
      overtakenAt === undefined ? null : new Date(overtakenAt),
    ],
  );
}

export const sealBoth = (vault: Vault, key: Parameters<Vault['seal']>[1], both: Both<Receiver>): Buffer =>
  vault.seal(Buffer.from(JSON.stringify(both)), key);

/** null: the buyer was erased. */
export const openBoth = (
  vault: Vault,
  key: Parameters<Vault['open']>[1] | null,
  sealed: Buffer | null,
): Both<Receiver> | null =>
  key && sealed ? (JSON.parse(vault.open(sealed, key).toString('utf8')) as Both<Receiver>) : null;
