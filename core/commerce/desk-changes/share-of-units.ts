/** What of a line's money goes with some of its units, and what stays with the others: together what it was, to the fen. Pure. */

/** null: no file says. */
export interface LineMoney {
  paidFen: number | null;
  refundedFen: number | null;
}

/** What went back stays with the units that stay, as far as they were paid. */
export function shareOfUnits(
  { paidFen, refundedFen }: LineMoney,
  units: number,
  quantity: number,
): { rest: LineMoney; apart: LineMoney } {
  const paidApart = paidFen === null ? null : Math.floor((paidFen * units) / quantity);
  const paidRest = paidFen === null ? null : paidFen - paidApart!;
  const refundedRest = Math.min(refundedFen ?? 0, paidRest ?? Infinity);
  const refundedApart = (refundedFen ?? 0) - refundedRest;
  return {
    rest: { paidFen: paidRest, refundedFen: refundedFen === null ? null : refundedRest },
    apart: { paidFen: paidApart, refundedFen: refundedApart === 0 ? null : refundedApart },
  };
}
