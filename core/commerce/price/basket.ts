/** What a customer would like to buy. */
export interface BasketLine {
  sku: string;
  productId: string;
  title: string;
  spec: string | null;
  quantity: number;
  /** What one costs without a promotion. */
  listFen: number;
  /** What one costs now. */
  unitFen: number;
  /** The promotion whose price it is. */
  promotion: { name: string; endsAt: number; guaranteedUntil: number | null } | null;
}

export const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);
