/** What a form of the desk holds, and the wish it makes once it is whole. Pure. */
import type {
  OperationDetails,
  OperationKind,
  OperationWish,
} from '../../../core/commerce/operations/operation.ts';
import type { OrderLine, OrderView } from '../../../core/commerce/order-api.ts';

/** Kinds with a form of their own; a parcel is booked in where it lies. */
export type FormKind = Exclude<OperationKind, 'book-in'>;

export interface Fields {
  /** By the order's line, from 0. */
  quantities: Readonly<Record<number, number>>;
  /** The SKU instead, by line. */
  instead: Readonly<Record<number, string>>;
  line: number | null;
  amountFen: number | null;
  /** The amount is somebody's own word: it no longer follows the quantities. */
  ownAmount: boolean;
  trackingNo: string;
  payee: string;
  gift: string;
  address: string;
  receiver: string;
  phone: string;
  /** The customer's message that asks for it. */
  seq: number | null;
}

export const noFields: Fields = {
  quantities: {},
  instead: {},
  line: null,
  amountFen: null,
  ownAmount: false,
  trackingNo: '',
  payee: '',
  gift: '',
  address: '',
  receiver: '',
  phone: '',
  seq: null,
};

type Inputs = 'items' | 'instead' | 'line' | 'amount';

/** Which of the shared inputs a kind has; what only one kind has stands with it. */
const inputs: Record<FormKind, readonly Inputs[]> = {
  return: ['items'],
  exchange: ['items', 'instead'],
  refund: ['items', 'amount'],
  payout: ['items', 'amount'],
  compensation: ['line', 'amount'],
  'price-difference': ['line', 'amount'],
  gift: ['amount'],
  'address-change': [],
  'size-change': ['line', 'instead'],
  close: [],
};
export const has = (kind: FormKind, input: Inputs): boolean => inputs[kind].includes(input);

/** null: something is still to be filled in. */
export function wishOf(
  kind: FormKind,
  fields: Fields,
  { currency, conversationId }: { currency: string; conversationId: string | null },
): OperationWish | null {
  const { line, seq } = fields;
  const items = itemsOf(fields);
  const sum = sumOf(fields, currency);
  switch (kind) {
    case 'return':
      return items.length > 0 ? { kind, items, trackingNo: fields.trackingNo.trim() || null } : null;
    case 'exchange': {
      const exchanged = items.flatMap((item) => {
        const toSkuCode = fields.instead[item.line];
        return toSkuCode ? [{ ...item, toSkuCode }] : [];
      });
      return items.length > 0 && exchanged.length === items.length ? { kind, items: exchanged } : null;
    }
    case 'refund':
      return sum && { kind, items, ...sum };
    case 'payout': {
      const payee = fields.payee.trim();
      return sum && payee !== '' ? { kind, items, payee, ...sum } : null;
    }
    case 'compensation':
      return sum && { kind, line, ...sum };
    case 'price-difference':
      return sum && line !== null ? { kind, line, ...sum } : null;
    case 'gift': {
      const gift = fields.gift.trim();
      return sum && gift !== '' ? { kind, gift, ...sum } : null;
    }
    case 'address-change': {
      const address = fields.address.trim();
      const [receiver, phone] = [fields.receiver.trim() || null, fields.phone.trim() || null];
      return address !== '' ? { kind, address, receiver, phone } : null;
    }
    case 'size-change': {
      const toSkuCode = line === null ? undefined : fields.instead[line];
      if (line === null || !toSkuCode) return null;
      const quantity = fields.quantities[line];
      return { kind, line, toSkuCode, ...(quantity !== undefined && { quantity }) };
    }
    case 'close':
      return seq !== null && conversationId !== null ? { kind, request: { conversationId, seq } } : null;
  }
}

/** What was asked for, back in its form; what is personal has to be written again. */
export function fieldsOf(details: OperationDetails, amountFen: number | null): Fields {
  const known = details as Partial<{
    items: { line: number; quantity: number; toSkuCode?: string }[];
    line: number | null;
    toSkuCode: string;
    quantity: number;
    trackingNo: string | null;
    gift: string;
    request: { seq: number };
  }>;
  const items = Array.isArray(known.items) ? known.items.filter((item) => 'line' in item) : [];
  const line = known.line ?? null;
  return {
    ...noFields,
    quantities: {
      ...Object.fromEntries(items.map((item) => [item.line, item.quantity])),
      ...(line !== null && known.quantity ? { [line]: known.quantity } : {}),
    },
    instead: {
      ...Object.fromEntries(items.flatMap((item) => (item.toSkuCode ? [[item.line, item.toSkuCode]] : []))),
      ...(line !== null && known.toSkuCode ? { [line]: known.toSkuCode } : {}),
    },
    line,
    amountFen,
    ownAmount: amountFen !== null,
    trackingNo: known.trackingNo ?? '',
    gift: known.gift ?? '',
    seq: known.request?.seq ?? null,
  };
}

/** The quantities, and the amount with them as long as nobody has written one. */
export function withQuantity(fields: Fields, line: number, quantity: number, { lines }: OrderView): Fields {
  const quantities = { ...fields.quantities, [line]: quantity };
  return {
    ...fields,
    quantities,
    amountFen: fields.ownAmount ? fields.amountFen : paidFor(quantities, lines),
  };
}

/** What was paid for so many of each line and has not gone back; null: nothing is chosen, or no file says it. */
export function paidFor(quantities: Fields['quantities'], lines: readonly OrderLine[]): number | null {
  const chosen = lines.flatMap((line, at) => (quantities[at] ? [{ ...line, wanted: quantities[at] }] : []));
  if (chosen.length === 0 || chosen.some(({ paidFen }) => paidFen === null)) return null;
  return chosen.reduce((sum, { paidFen, refundedFen, quantity, wanted }) => {
    const left = Math.max(0, paidFen! - (refundedFen ?? 0));
    return sum + Math.floor((left * wanted) / quantity);
  }, 0);
}

const itemsOf = ({ quantities }: Fields) =>
  Object.entries(quantities).flatMap(([line, quantity]) =>
    quantity > 0 ? [{ line: Number(line), quantity }] : [],
  );

const sumOf = ({ amountFen }: Fields, currency: string) =>
  amountFen !== null && amountFen > 0 ? { amountFen, currency } : null;
