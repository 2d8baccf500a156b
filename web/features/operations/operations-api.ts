/** The calls of the operations on orders and of their pages. */
import type {
  ApprovalRow,
  FoundParcel,
  OperationEdit,
  OperationPreview,
  OperationRequest,
  OperationRow,
  OperationView,
  OrderOperations,
  Page,
  Payment,
  ReconcileAnswer,
  ReconcileRequest,
  Signature,
  WaitingCounts,
} from '../../../core/commerce/operation-api.ts';
import type { ProductView } from '../../../core/commerce/order-api.ts';
import type { ThreadAnswer } from '../../../core/api.ts';
import { request } from '../../lib/request.ts';

export type PayoutsShow = 'due' | 'overdue' | 'unknown' | 'paid';

const ofOrder = (orderId: string) => `/orders/${encodeURIComponent(orderId)}/operations`;
const act = <Answer = OperationView>(id: string, what: string, body: unknown) =>
  request<Answer>('POST', `/operations/${encodeURIComponent(id)}/${what}`, body);
const page = <Row>(path: string, after: string | null) =>
  request<Page<Row>>(
    'GET',
    after === null ? path : `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`,
  );

export const operationsApi = {
  ofOrder: (orderId: string) => request<OrderOperations>('GET', ofOrder(orderId)),
  preview: (orderId: string, wish: Omit<OperationRequest, 'key'>, signal?: AbortSignal) =>
    request<OperationPreview>('POST', `${ofOrder(orderId)}/preview`, wish, signal),
  begin: (orderId: string, wish: OperationRequest) => request<OperationView>('POST', ofOrder(orderId), wish),

  edit: (id: string, edit: OperationEdit) => act(id, 'edit', edit),
  approve: (id: string, signature: Signature) => act(id, 'approve', signature),
  refuse: (id: string, signature: Signature) => act(id, 'refuse', signature),
  undo: (id: string, words: string) => act(id, 'undo', { words }),
  keep: (id: string) => act(id, 'keep', {}),
  pay: (id: string, payment: Payment) => act(id, 'pay', payment),
  askTill: (id: string) => act(id, 'ask', {}),
  send: (id: string, trackingNo: string | null) => act(id, 'send', { trackingNo }),
  payee: (id: string) => act<{ payee: string }>(id, 'payee', {}),

  approvals: (after: string | null) => page<ApprovalRow>('/approvals', after),
  payouts: (show: PayoutsShow, after: string | null) => page<OperationRow>(`/payouts?show=${show}`, after),
  parcels: (show: 'expected' | 'arrived', after: string | null) =>
    page<OperationRow>(`/parcels?show=${show}`, after),
  sendings: (show: 'due' | 'sent', after: string | null) =>
    page<OperationRow>(`/sendings?show=${show}`, after),
  findParcel: (q: string, signal?: AbortSignal) =>
    request<FoundParcel>('GET', `/parcels/find?q=${encodeURIComponent(q)}`, undefined, signal),
  reconcile: (list: ReconcileRequest) => request<ReconcileAnswer>('POST', '/payouts/reconcile', list),
  counts: () => request<WaitingCounts>('GET', '/waiting-counts'),

  products: (q: string) => request<ProductView[]>('GET', `/products?q=${encodeURIComponent(q)}`),
  thread: (conversationId: string) =>
    request<ThreadAnswer>('GET', `/conversations/${encodeURIComponent(conversationId)}`),
};

/** `orderId` null: of a parcel that fits no order. */
export const photoAddress = (orderId: string | null, attachmentId: string) =>
  orderId === null
    ? `/api/v1/stray-photos/${encodeURIComponent(attachmentId)}`
    : `/api/v1/orders/${encodeURIComponent(orderId)}/photos/${encodeURIComponent(attachmentId)}`;
