/** What may be told to a customer of a product: as the shop wrote it, nothing guessed. */
export interface ProductFacts {
  safetyClass?: string;
  material?: string;
  care?: string;
  sizeTable?: string;
  guaranteeDays?: number;
  /** Why seven days without a reason do not hold for it. */
  excluded?: string;
  description?: string;
  state?: string;
}
