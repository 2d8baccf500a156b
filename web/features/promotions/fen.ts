import { readFen } from '../../../core/commerce/reading/cell.ts';

/** What somebody wrote as yuan, exact to the fen; null: no amount, or finer than a fen. */
export const fenOf = (written: string): number | null =>
  /^\d{1,8}(\.\d{1,2})?$/.test(written.normalize('NFKC').trim()) ? readFen(written) : null;
