/** Operations as they are stored, and back. */
import type {
  OperationDetails,
  OperationKind,
  OperationState,
  Signer,
} from '../../../core/commerce/operations/operation.ts';
import type { Operation, OperationSignature } from '../../../core/commerce/operations/record.ts';
import type { Role } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';

interface Row extends Omit<Operation, 'fingerprint' | 'signatures'> {
  fingerprint: Buffer;
  signatures: OperationSignature[] | null;
}

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

export const columns = `o.operation_id as "operationId", o.order_id as "orderId", o.kind, o.state,
  o.requester_id as "requesterId", o.requester_role as "requesterRole", o.conversation_id as "conversationId", o.reason,
  o.words, o.details, o.amount_fen as "amountFen", o.currency, o.counts_fen as "countsFen", o.needs, o.fingerprint,
  o.revision, o.line_key as "lineKey", o.tracking_no as "trackingNo", o.reference, o.due_at as "dueAt",
  o.created_at as "createdAt", o.state_at as "stateAt",
  (select json_agg(json_build_object('agentId', s.agent_id, 'signer', s.signer, 'decision', s.decision, 'words', s.words,
      'revision', s.revision, 'at', ${ms('s.at')}) order by s.at)
    from operation_signatures s where s.shop_id = o.shop_id and s.operation_id = o.operation_id) as signatures`;

/** The oldest first. */
export async function operationsOf(tx: Tx, shopId: string, orderId: string): Promise<Operation[]> {
  return read(tx, 'o.shop_id = $1 and o.order_id = $2 order by o.created_at, o.operation_id', [
    shopId,
    orderId,
  ]);
}

export async function operationById(tx: Tx, shopId: string, operationId: string): Promise<Operation | null> {
  const [found] = await read(tx, 'o.shop_id = $1 and o.operation_id = $2', [shopId, operationId]);
  return found ?? null;
}

export async function read(tx: Tx, condition: string, values: unknown[]): Promise<Operation[]> {
  const rows = await tx.query<Row>(`select ${columns} from operations o where ${condition}`, values);
  return rows.map(({ fingerprint, signatures, ...row }) => ({
    ...row,
    fingerprint: fingerprint.toString('hex'),
    signatures: signatures ?? [],
  }));
}

export interface NewOperation {
  operationId: string;
  orderId: string;
  kind: OperationKind;
  state: OperationState;
  key: string;
  requestIndex: Buffer;
  requesterId: string;
  requesterRole: Role;
  conversationId: string | null;
  reason: string;
  words: string;
  details: OperationDetails;
  sealed: Buffer | null;
  amountFen: number | null;
  currency: string;
  countsFen: number;
  needs: Signer[];
  fingerprint: Buffer;
  lineKey: string | null;
  trackingNo: string | null;
  dueAt: number | null;
  at: number;
}

export function insertOperation(tx: Tx, shopId: string, one: NewOperation): void {
  tx.send(
    `insert into operations (shop_id, operation_id, order_id, kind, state, key, request_index, requester_id, requester_role,
      conversation_id, reason, words, details, sealed, amount_fen, currency, counts_fen, needs, fingerprint, line_key,
      tracking_no, due_at, created_at, state_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $23)`,
    [
      shopId,
      one.operationId,
      one.orderId,
      one.kind,
      one.state,
      one.key,
      one.requestIndex,
      one.requesterId,
      one.requesterRole,
      one.conversationId,
      one.reason,
      one.words,
      JSON.stringify(one.details),
      one.sealed,
      one.amountFen,
      one.currency,
      one.countsFen,
      one.needs,
      one.fingerprint,
      one.lineKey,
      one.trackingNo,
      one.dueAt === null ? null : new Date(one.dueAt),
      new Date(one.at),
    ],
  );
}

/** Everything else of it stays as it was. */
export function moveTo(
  tx: Tx,
  shopId: string,
  { operationId }: Pick<Operation, 'operationId'>,
  state: OperationState,
  at: number,
  also: { reference?: string; trackingNo?: string | null } = {},
): void {
  tx.send(
    `update operations set state = $3, state_at = $4, reference = coalesce($5, reference), tracking_no = coalesce($6, tracking_no)
    where shop_id = $1 and operation_id = $2`,
    [shopId, operationId, state, new Date(at), also.reference ?? null, also.trackingNo ?? null],
  );
}
