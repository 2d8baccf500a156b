/** What comes in, checked before anything reads it. */
import { z } from 'zod';
import { conditions } from '../../../core/commerce/operations/operation.ts';
import { reasons } from '../../../core/commerce/policy/claim.ts';
import { clientId, line, seq } from '../../platform/sockets/frames.ts';

/** Whole fen, more than nothing: no sum that is asked for is zero, negative or a fraction. */
const amountFen = z.int().min(1).max(100_000_000_00);
const currency = z.string().regex(/^[A-Z]{3}$/);
const sum = { amountFen, currency };
const place = z.int().min(0).max(499);
const quantity = z.int().min(1).max(100_000);
const named = (longest: number) => line(longest).regex(/\S/);
const skuCode = named(120);
const trackingNo = line(60)
  .transform((written) => written.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase())
  .pipe(z.string().regex(/^[\w-]{3,60}$/));
const items = z.array(z.strictObject({ line: place, quantity })).max(100);

const arrived = z.strictObject({ skuCode, quantity, condition: z.enum(conditions) });
const photos = z.array(z.uuid()).max(12);
const carrier = named(40).nullable();

export const wish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('return'), items: items.min(1), trackingNo: trackingNo.nullable() }),
  z.strictObject({
    kind: z.literal('book-in'),
    trackingNo,
    carrier,
    items: z.array(arrived).min(1).max(100),
    photos,
  }),
  z.strictObject({
    kind: z.literal('exchange'),
    items: z
      .array(z.strictObject({ line: place, quantity, toSkuCode: skuCode }))
      .min(1)
      .max(20),
  }),
  z.strictObject({ kind: z.literal('refund'), items, ...sum }),
  z.strictObject({ kind: z.literal('payout'), items, payee: named(200), ...sum }),
  z.strictObject({ kind: z.literal('compensation'), line: place.nullable(), ...sum }),
  z.strictObject({ kind: z.literal('price-difference'), line: place, ...sum }),
  z.strictObject({ kind: z.literal('gift'), gift: named(120), ...sum }),
  z.strictObject({
    kind: z.literal('address-change'),
    address: named(300),
    receiver: named(60).nullable(),
    phone: line(30)
      .regex(/^[\d+*() -]{5,30}$/)
      .nullable(),
  }),
  z.strictObject({
    kind: z.literal('size-change'),
    line: place,
    toSkuCode: skuCode,
    quantity: quantity.optional(),
  }),
  z.strictObject({
    kind: z.literal('close'),
    request: z.strictObject({ conversationId: z.uuid(), seq: seq.min(1) }),
  }),
]);

export const reason = z.strictObject({ code: z.enum(reasons), words: named(500) });
const condition = z.strictObject({ tags: z.boolean(), resaleable: z.boolean(), proof: z.boolean() });

export const previewing = z.strictObject({
  wish,
  reason,
  conversationId: z.uuid().nullable(),
  condition: condition.optional(),
});
export const asking = previewing.extend({ key: clientId });
export const editing = z.strictObject({ revision: z.int().min(1).max(1_000_000), wish, reason });
export const signing = z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/), words: named(500) });
export const undoing = z.strictObject({ words: named(500) });
export const paying = z.strictObject({ ...sum, reference: named(80) });
export const straying = z.strictObject({
  key: clientId,
  trackingNo,
  carrier,
  items: z.array(arrived).min(1).max(100),
  sender: named(300).nullable(),
  photos,
});
export const tying = z.strictObject({ orderId: z.uuid(), words: named(500) });
export const sending = z.strictObject({ trackingNo: trackingNo.nullable() });
export const reconciling = z.strictObject({
  lines: z
    .array(z.strictObject({ reference: named(80), orderNumber: named(60).nullable(), amountFen }))
    .min(1)
    .max(2000),
  settle: z.boolean(),
});
export const calling = z.strictObject({
  callId: z.string().regex(/^[\w-]{8,80}$/),
  operationId: z.uuid(),
  paymentId: z.uuid().nullable(),
  state: z.enum(['paid', 'not-paid']),
  ...sum,
  reference: named(80),
});
export type Wish = z.output<typeof wish>;
