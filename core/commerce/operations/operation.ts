/** What may be done to an order, and how far it is. Money in fen of the order's currency. */
import type { Reason } from '../policy/claim.ts';

export const operationKinds = [
  'return',
  'book-in',
  'exchange',
  'refund',
  'payout',
  'compensation',
  'price-difference',
  'gift',
  'address-change',
  'size-change',
  'close',
] as const;
export type OperationKind = (typeof operationKinds)[number];

/**
 * waiting: for those who must agree. ready: stands, and waits to be carried out (money to pay, goods to send or to come).
 * paying: whoever moves the money has been told. unknown: told, and no answer came; it is asked for again, never paid again.
 */
export const operationStates = [
  'waiting',
  'refused',
  'ready',
  'paying',
  'unknown',
  'done',
  'undone',
] as const;
export type OperationState = (typeof operationStates)[number];

/** Who has to agree: `finance` only beside a supervisor. */
export const signers = ['lead', 'supervisor', 'finance'] as const;
export type Signer = (typeof signers)[number];

/** Kinds at whose end money leaves the till; of the others it never does. */
export const movesMoney = (kind: OperationKind): boolean => (moneyKinds as readonly string[]).includes(kind);
export const moneyKinds = ['refund', 'payout', 'compensation', 'price-difference', 'close'] as const;

/** What goes back of what was paid; together never more than that. */
export const givesBack = (kind: OperationKind): boolean => movesMoney(kind) && kind !== 'compensation';

/** Kinds that take goods off the shelf. */
export const takesStock = (kind: OperationKind): boolean => kind === 'exchange' || kind === 'size-change';

/** Kinds that only make sense before the parcel leaves. */
export const beforeDispatchOnly = (kind: OperationKind): boolean =>
  kind === 'address-change' || kind === 'size-change' || kind === 'close';

/** Kinds that the warehouse carries out, by sending them. */
export const isSent = (kind: OperationKind): boolean =>
  kind === 'exchange' || kind === 'gift' || kind === 'size-change';

/** Why it is done: the policy's own grounds, and words for whoever reads it later. */
export interface OperationReason {
  code: Reason;
  words: string;
}

/** So many of an order's line; lines count from 0, as the order shows them. */
export interface LineItems {
  line: number;
  quantity: number;
}

export const conditions = ['as-new', 'opened', 'worn', 'damaged', 'defective'] as const;
export type ItemCondition = (typeof conditions)[number];

export interface ArrivedItem {
  skuCode: string;
  quantity: number;
  condition: ItemCondition;
}

export interface Sum {
  amountFen: number;
  /** Must be the order's. */
  currency: string;
}

/** What is asked for, by kind. */
export type OperationWish =
  | { kind: 'return'; items: LineItems[]; trackingNo: string | null }
  /** `photos`: uploaded before, to POST /orders/:orderId/photos. */
  | {
      kind: 'book-in';
      trackingNo: string;
      carrier: string | null;
      items: ArrivedItem[];
      photos: string[];
    }
  | { kind: 'exchange'; items: (LineItems & { toSkuCode: string })[] }
  /** Back the way the money came. `items`: what it is for; empty: the order as a whole. */
  | ({ kind: 'refund'; items: LineItems[] } & Sum)
  /** Past the platform's window: to an account that the customer named. Personal; sealed. */
  | ({ kind: 'payout'; items: LineItems[]; payee: string } & Sum)
  | ({ kind: 'compensation'; line: number | null } & Sum)
  | ({ kind: 'price-difference'; line: number } & Sum)
  /** `amountFen`: what it costs the shop. */
  | ({ kind: 'gift'; gift: string } & Sum)
  /** Personal; sealed. null: as it was. */
  | { kind: 'address-change'; address: string; receiver: string | null; phone: string | null }
  /** `quantity`: so many units of the line; absent: all of them. */
  | { kind: 'size-change'; line: number; toSkuCode: string; quantity?: number | undefined }
  /** Where the customer asked for it: a message of theirs. */
  | { kind: 'close'; request: { conversationId: string; seq: number } };

export type WishOf<Kind extends OperationKind> = Extract<OperationWish, { kind: Kind }>;

/** What of a wish is kept openly: nothing personal. */
export type OperationDetails = OperationWish extends infer W
  ? W extends { kind: 'payout' }
    ? Omit<W, 'payee' | keyof Sum | 'kind'>
    : W extends { kind: 'address-change' }
      ? Record<never, never>
      : W extends { kind: 'book-in' }
        ? Omit<W, 'kind'> & { returned: { skuCode: string; quantity: number }[] | null }
        : W extends { kind: 'size-change' }
          ? Omit<W, 'kind'> & { from?: { skuCode: string | null; spec: string | null } }
          : W extends OperationWish
            ? Omit<W, keyof Sum | 'kind'>
            : never
  : never;
