/** Why it was decided so: a clause of the policy with its dates and amounts. The sentences are in `core/words/policy.ts`. */
export interface Why {
  clause: Clause;
  values: Readonly<Record<string, Value>>;
}

/** A number or word as it is, money, a moment, or the 24:00 at which a day ends. */
export type Value = number | string | { fen: number } | { at: number } | { endOfDay: number };

export const why = (clause: Clause, values: Why['values'] = {}): Why => ({ clause, values });
export const fen = (amount: number): Value => ({ fen: amount });
export const at = (moment: number): Value => ({ at: moment });
export const endOfDay = (moment: number): Value => ({ endOfDay: moment });

/** In the order of the table. */
export type Clause =
  | 'seven-days'
  | 'late-return'
  | 'too-late'
  | 'not-received-yet'
  | 'no-tags'
  | 'not-whole'
  | 'excluded'
  | 'amount-paid'
  | 'payout'
  | 'all-refunded'
  | 'nothing-paid'
  | 'cost-nothing'
  | 'not-dispatched'
  | 'exchange'
  | 'no-stock'
  | 'defect'
  | 'defect-amount'
  | 'defect-keep'
  | 'defect-not-shown'
  | 'guarantee'
  | 'guarantee-return'
  | 'repairs-failed'
  | 'guarantee-no-money'
  | 'guarantee-over'
  | 'wrong-item'
  | 'wrong-item-no-money'
  | 'sent-as-ordered'
  | 'agreed-change'
  | 'missing-item'
  | 'missing-no-money'
  | 'nothing-missing'
  | 'shortage'
  | 'shortage-compensation'
  | 'past-promise'
  | 'stalled'
  | 'on-its-way'
  | 'not-late-yet'
  | 'arrived-in-time'
  | 'late-compensation'
  | 'nothing-to-keep'
  | 'nothing-to-compensate'
  | 'compensation-without-ground'
  | 'difference'
  | 'price-days'
  | 'price-guarantee'
  | 'difference-once'
  | 'difference-too-late'
  | 'no-lower-price'
  | 'not-cheaper'
  | 'change-before-dispatch'
  | 'intercept'
  | 'arrived'
  | 'size-under-way'
  | 'close'
  | 'close-unpaid'
  | 'close-no-refund'
  | 'close-unasked'
  | 'close-dispatched'
  | 'harm'
  | 'false-claim'
  | 'needs-lead'
  | 'needs-supervisor'
  | 'limit-lead'
  | 'limit-supervisor'
  | 'limit-two'
  | 'limit-order'
  | 'limit-day'
  | 'beyond-policy'
  | 'against-policy'
  | 'parcel-matches'
  | 'never-dispatched';
