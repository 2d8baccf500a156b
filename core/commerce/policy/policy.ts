/** The numbers of the policy. A shop edits them as data; `policy-problems.ts` says what it may not do. */
import type { Role } from '../../team/roles.ts';

export interface Policy {
  /** Days are calendar days in the shop's zone; a window's last day counts whole. */
  days: {
    /** After receipt, to return without a reason. */
    return: number;
    /** After receipt, to return without a reason where the lead agrees. */
    lateReturn: number;
    /** After receipt, to return or exchange what is defective. */
    defect: number;
    /** After receipt: a defect is believed without proof. */
    doubt: number;
    /** After payment, to be paid the difference to a lower price. */
    price: number;
    /** After the parcel has come back, for the refund. */
    payout: number;
  };
  /** Hours without a scan after which a parcel counts as stalled. */
  stalledHours: number;
  /** Repairs that failed before a return needs nobody's agreement. */
  failedRepairs: number;
  /** Exclusions that the law itself names; any other holds only where the buyer confirmed it at purchase. */
  excludedByLaw: string[];
  compensation: {
    /** To keep what is defective. */
    defect: Cap;
    /** To keep what an agreed change put into the parcel. */
    agreedChange: Cap;
    /** Beside the refund of what was sold and is not there. */
    shortage: Cap;
    /** For a late parcel. */
    late: Cap;
  };
  /** What one person of the role may give without approval, per operation, in fen. */
  limits: Record<LimitedRole, number>;
  /** The same for all operations on one order together, whoever asked for them. */
  limitsPerOrder: Record<LimitedRole, number>;
  /** The same for all that one person asks for in a day of the shop, and that needs nobody's approval. */
  limitsPerDay: Record<LimitedRole, number>;
}

/** So many per cent of what was paid, and never more than `most` fen where it is set. */
export interface Cap {
  percent: number;
  most: number | null;
}

/** From the lowest to the highest. */
export const limitedRoles = ['agent', 'lead', 'supervisor'] as const satisfies readonly Role[];
export type LimitedRole = (typeof limitedRoles)[number];

export const lawfulExclusions = ['made-to-order', 'fresh', 'opened-media', 'publication'];

export const defaultPolicy: Policy = {
  days: { return: 7, lateReturn: 30, defect: 15, doubt: 7, price: 15, payout: 7 },
  stalledHours: 48,
  failedRepairs: 2,
  excludedByLaw: lawfulExclusions,
  compensation: {
    defect: { percent: 30, most: null },
    agreedChange: { percent: 20, most: null },
    shortage: { percent: 10, most: 50_00 },
    late: { percent: 10, most: 20_00 },
  },
  limits: { agent: 50_00, lead: 500_00, supervisor: 5_000_00 },
  // Twice a single one, so that a second small sum needs nobody and a series of them does.
  limitsPerOrder: { agent: 100_00, lead: 1_000_00, supervisor: 10_000_00 },
  // Ten single ones: a busy day without a queue at the lead's desk.
  limitsPerDay: { agent: 500_00, lead: 5_000_00, supervisor: 50_000_00 },
};
