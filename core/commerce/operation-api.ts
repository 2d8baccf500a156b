/**
 * Operations on orders, over HTTP. All under /api/v1.
 *
 * POST /orders/:orderId/operations/preview      OperationRequest without `key` → OperationPreview (writes nothing)
 * POST /orders/:orderId/operations              OperationRequest → OperationView (201; the same key again: the same answer)
 * GET  /orders/:orderId/operations              → OrderOperations: the history, the menu, the chain
 * GET  /operations/:operationId                 → OperationView
 * POST /operations/:operationId/edit            OperationEdit → OperationView: what others agreed to is void
 * POST /operations/:operationId/approve|refuse  Signature → OperationView
 * POST /operations/:operationId/undo            { words } → OperationView
 * POST /operations/:operationId/keep            {} → OperationView: the desk's change again, over what its source says since
 * POST /operations/:operationId/pay             Payment → OperationView: paid by hand, on the platform
 * POST /operations/:operationId/ask             {} → OperationView: asks the till what became of it; pays nothing twice
 * POST /operations/:operationId/send            { trackingNo: string | null } → OperationView
 * POST /operations/:operationId/payee           {} → { payee }: who asked is written down
 * GET  /approvals?after=                        → Page<ApprovalRow>: what waits for anybody; `mine` says for whom
 * GET  /payouts?show=due|overdue|unknown|paid&after=  → Page<OperationRow>
 * POST /payouts/reconcile                       ReconcileRequest → ReconcileAnswer
 * GET  /parcels?show=expected|arrived&after=    → Page<OperationRow>
 * GET  /parcels/find?q=                         → FoundParcel: by tracking number of either way, or order number
 * POST /orders/:orderId/photos                  { name, size } → { attachmentId }; bytes: PUT /parcel-photos/:attachmentId
 * GET  /orders/:orderId/photos/:attachmentId    the picture
 * GET  /sendings?show=due|sent&after=           → Page<OperationRow>: exchanges, gifts and size changes to send out
 * GET  /waiting-counts                          → WaitingCounts, for the navigation
 * GET  /audit                                   → AuditAnswer: every chain of the shop, the first broken line of each
 * GET|PUT /settings/till                        TillSettings; POST /settings/till/secret → { secret }, shown once
 * POST /tills/v1/:shop/calls                    signed by the shop's own payment system: see TillCall
 *
 * Whatever can't be done is a problem answer with a refusal's code (core/refusal.ts); a preview carries it as data.
 */
import type { ConflictReason, Refusal } from '../refusal.ts';
import type { ChainFault, ChainedLine } from './operations/chain.ts';
import type { ParcelComparison, SkuCount } from './operations/compare-parcel.ts';
import type {
  OperationDetails,
  OperationKind,
  OperationReason,
  OperationState,
  OperationWish,
  Signer,
} from './operations/operation.ts';
import type { OrderMoney } from './operations/sums.ts';
import type { OrderView } from './order-api.ts';
import type { Decision } from './policy/decision.ts';
import type { Why } from './policy/why.ts';

export interface OperationRequest {
  /** Made when the dialog opens, kept over every retry. */
  key: string;
  wish: OperationWish;
  reason: OperationReason;
  /** Whose conversation it is done from; null: from the list of orders. */
  conversationId: string | null;
  /** For the policy, where it matters. */
  condition?: { tags: boolean; resaleable: boolean; proof: boolean };
}

export interface OperationPreview {
  kind: OperationKind;
  /** Why it can't be done as it stands; null: it can. */
  refusal: Refusal | null;
  amountFen: number | null;
  /** Of the order, before and after; null where the kind moves none. */
  money: { before: OrderMoney; afterLeftFen: number } | null;
  limits: LimitsLook;
  /** What the policy says of it; null: it has nothing to say of this kind, or can't place it. */
  policy: Decision | null;
  /** Who must agree before it stands; empty: nobody. */
  needs: Signer[];
  why: Why[];
  stock: { skuCode: string; availableNow: number; takes: number }[];
  /** book-in: what came, compared. */
  comparison: ParcelComparison | null;
  /** book-in of a parcel that does not match: what to send the customer. */
  sentence: { zh: string; en: string } | null;
  /** size-change: how much more the other one costs by the list; below 0: less. Nothing of it is charged or paid by itself. */
  dearerFen: number | null;
  /** Until when the money is due; null: no day is set. */
  dueAt: number | null;
  /** Who would pay it; null: nothing is paid. */
  till: TillName | null;
  undo: UndoUntil;
}

/** What counts of it, with what counted before, against what the role may give alone. */
export interface LimitsLook {
  operation: Counted;
  order: Counted;
  day: Counted;
}
export interface Counted {
  fen: number;
  limitFen: number;
}

export type UndoUntil = 'paid' | 'sent' | 'dispatched' | 'relied-on' | 'never';
export type TillName = 'by-hand' | 'demo';

export interface OperationView {
  operationId: string;
  orderId: string;
  kind: OperationKind;
  state: OperationState;
  reason: { code: string; words: string | null };
  details: OperationDetails;
  amountFen: number | null;
  currency: string;
  /** What counts of it against limits. */
  countsFen: number;
  needs: Signer[];
  signatures: SignatureView[];
  /** Signed as it stands now; an approval names it. */
  fingerprint: string;
  revision: number;
  conversationId: string | null;
  requester: PersonName;
  createdAt: number;
  dueAt: number | null;
  /** Since when it is as it is. */
  stateAt: number;
  trackingNo: string | null;
  /** Where the money was moved. */
  reference: string | null;
  till: TillName | null;
  /** book-in */
  comparison: ParcelComparison | null;
  sentence: { zh: string; en: string } | null;
  photos: string[];
  /** What the reader may do to it now; each that they may not, says why. */
  may: Record<OperationAct, true | ConflictReason | 'forbidden'>;
}
export type OperationAct = 'edit' | 'approve' | 'refuse' | 'undo' | 'pay' | 'ask' | 'send';

export interface PersonName {
  agentId: string;
  name: string;
  role: string;
}

export interface SignatureView {
  by: PersonName;
  as: Signer;
  decision: 'approved' | 'refused';
  words: string;
  at: number;
  /** Given to what it was before it was edited. */
  void: boolean;
}

export interface OrderOperations {
  /** The newest first. */
  operations: OperationView[];
  money: OrderMoney;
  /** By kind: may the reader do it now, and if not, why. */
  menu: Record<OperationKind, true | ConflictReason | 'forbidden'>;
  chain: { lines: ChainedLine[]; broken: ChainFault | null };
  /** On other orders of the same buyer. */
  past: PastOperation[];
  /** Changes of which the order's source says something new since. */
  overtaken: Overtaken[];
}

/** The order says what its source said last; masked. */
export interface Overtaken {
  operationId: string;
  part: 'receiver' | 'line';
  desk: string;
  source: string;
}

export interface PastOperation {
  operationId: string;
  orderId: string;
  kind: OperationKind;
  state: OperationState;
  amountFen: number | null;
  currency: string;
  createdAt: number;
}

export interface OperationEdit {
  /** The revision that was read. */
  revision: number;
  wish: OperationWish;
  reason: OperationReason;
}

export interface Signature {
  fingerprint: string;
  words: string;
}

/** Its reference is its key: one pays once. */
export interface Payment {
  amountFen: number;
  currency: string;
  reference: string;
}

export interface Page<Row> {
  rows: Row[];
  /** For `after`; null: that was all. */
  next: string | null;
}

/** In a list: the order beside it, masked. */
export interface OperationRow extends OperationView {
  order: Pick<OrderView, 'orderId' | 'number' | 'source' | 'state' | 'currency' | 'paidFen' | 'lines'>;
  isOverdue: boolean;
}

export interface ApprovalRow extends OperationRow {
  policy: Decision | null;
  money: OrderMoney;
}

export interface FoundParcel {
  orders: (OrderView & {
    /** The return that was agreed, if any. */
    expected: OperationView | null;
    /** What left for the customer. */
    sent: SkuCount[];
    /** Parcels of this order that were booked in before. */
    arrived: OperationView[];
  })[];
}

export interface ReconcileRequest {
  /** Pasted or from a file: what the platform says was paid. */
  lines: { reference: string; orderNumber: string | null; amountFen: number }[];
  /** false: say what would come of it. */
  settle: boolean;
}
export interface ReconcileAnswer {
  lines: {
    reference: string;
    amountFen: number;
    /** `settles`: it is the one that was unknown or to be paid. */
    found: 'agrees' | 'settles' | 'amount-differs' | 'ambiguous' | 'not-ours';
    operationId: string | null;
  }[];
  /** Recorded as paid in the days that the list covers, and not in it. */
  absent: OperationView[];
}

export interface WaitingCounts {
  /** Approvals that the reader may give. */
  approvals: number;
  payouts: number;
  unknown: number;
  parcels: number;
  sendings: number;
}

export interface AuditAnswer {
  orders: number;
  lines: number;
  broken: { orderId: string; number: number; fault: ChainFault['fault'] }[];
}

export interface TillSettings {
  till: TillName;
  /** A secret for the shop's own payment system is set. */
  hasSecret: boolean;
}

/**
 * Sent as `{ call: <this as JSON text> }` with the headers `yinuo-time` (seconds) and `yinuo-signature` (hex HMAC-SHA256 over
 * `<time>.<call>`). `callId` once; the same again changes nothing. What was paid stays paid, whatever comes later.
 */
export interface TillCall {
  callId: string;
  operationId: string;
  /** As the till was told; null: paid of one's own accord, for an operation that waits to be paid. */
  paymentId: string | null;
  state: 'paid' | 'not-paid';
  amountFen: number;
  currency: string;
  reference: string;
}

/** `taken`: it changed something. `known`: it said nothing new. `ignored`: what stands is later, and stays. */
export interface TillCallAnswer {
  outcome: 'taken' | 'known' | 'ignored';
}
