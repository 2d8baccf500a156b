/** The plan by which goods come back and money goes out. */
import type { Claim } from './claim.ts';
import type { Approver, Proposal } from './decision.ts';

/**
 * Leave to return counts nothing against a limit. Once the parcel is back the money itself is due: it counts in full,
 * unless somebody else booked the parcel in.
 */
export function takeBack(claim: Claim, amount: number, needs?: Approver): Proposal {
  const { bookedInBy, actor, wish } = claim;
  return {
    kind: bookedInBy !== null && wish === 'refund' ? 'refund' : 'return',
    amount,
    ...(bookedInBy === actor ? { counts: amount } : {}),
    ...(needs ? { needs } : {}),
  };
}

export const areBack = ({ bookedInBy }: Claim): boolean => bookedInBy !== null;
