/** What the policy answers. */
import type { Why } from './why.ts';

export const planKinds = [
  'return',
  'exchange',
  'refund',
  'resend',
  'repair',
  'keep-with-compensation',
  'price-difference',
  'compensation',
  'gift',
  'wait',
  'intercept',
  'special-approval',
] as const;
export type PlanKind = (typeof planKinds)[number];

export type Approver = 'lead' | 'supervisor';
export type Freight = 'shop' | 'customer' | null;

export interface Decision {
  outcome: 'allowed' | 'approval' | 'refused';
  approval: Approver | null;
  /** Above the supervisor's limit two people sign, one of them finance. */
  secondSignature: 'finance' | null;
  freight: Freight;
  /** What the shop would pay back for the first plan; null where nothing. */
  amount: number | null;
  /** In the order to offer, each different in kind. */
  plans: Plan[];
  why: Why[];
}

export interface Plan {
  kind: PlanKind;
  /** What it comes to: the kind itself, or what a special approval is asked for. */
  of: PlanKind;
  /** What goes back to the customer; a capped compensation's is its cap. */
  amount: number | null;
  /** A compensation that is paid beside it, as an operation of its own. */
  apart: number;
  /** What leaves the till with this plan; freight comes on top where the decision says that the shop pays it. */
  cost: number;
  /** Who pays for the way of the goods; null: nothing travels. */
  freight: Freight;
  approval: Approver | null;
  secondSignature: 'finance' | null;
}

/** What one clause says, before limits and roles are looked at. */
export interface Ruling {
  outcome: 'allowed' | 'refused';
  freight: Freight;
  plans: Proposal[];
  why: Why[];
  /** The clause itself says in which order to offer: the customer's wish does not come first. */
  ordered?: boolean;
}

export interface Proposal {
  kind: PlanKind;
  amount: number | null;
  apart?: number;
  /** The part of the money that counts against the limit of whoever pays it. */
  counts?: number;
  /** Somebody of this role must agree, whatever the amount. */
  needs?: Approver;
}

export const refused = (why: Why[], plans: Proposal[] = [], freight: Freight = null): Ruling => ({
  outcome: 'refused',
  freight,
  plans,
  why,
});

export const allowed = (freight: Freight, plans: Proposal[], why: Why[]): Ruling => ({
  outcome: 'allowed',
  freight,
  plans,
  why,
});
