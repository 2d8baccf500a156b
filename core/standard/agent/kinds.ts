/** What changes the outcome for the customer; an instruction ("click here") is none. */
export type PlanKind =
  | 'refund'
  | 'return'
  | 'exchange'
  | 'resend'
  | 'repair'
  | 'compensation'
  | 'gift'
  | 'wait'
  | 'callback'
  | 'discount'
  | 'escalate';

/** An apology, feeling with the customer, taking worry away, or taking the matter in hand. */
export type SoothingKind = 'apology' | 'empathy' | 'reassurance' | 'charge';
