/** What stands in a cell of a platform's file, without what spreadsheets and platforms put around it. */

/** Blanks, tabs before ids, `="…"` and `'` that keep numbers whole; a dash alone, and ciphertext, say nothing. */
export function cleaned(cell: string): string {
  let text = cell.replaceAll(/[\s\u200b\ufeff]+/g, ' ').trim();
  const formula = /^="(.*)"$/.exec(text);
  if (formula) text = formula[1]!.trim();
  text = text.replace(/^['’‘](?=\S)/, '');
  return /^(?:-+|—+|null|##.*)$/i.test(text) ? '' : text;
}

/** Yuan as written (`¥1,299.00`, `1299元`, `0.0`) in fen; null: no amount. Exact: no floating point on the way. */
export function readFen(text: string): number | null {
  const bare = text.normalize('NFKC').replaceAll(/[¥￥$,\s]|^(?:CNY|RMB)|元$/gi, '');
  const parts = /^(\d{1,12})(?:\.(\d{0,20}))?$/.exec(bare);
  if (!parts) return null;
  const decimals = (parts[2] ?? '').padEnd(3, '0');
  // Files that went through a spreadsheet hold 37.900000001: what stands behind the fen is rounded.
  return Number(parts[1]) * 100 + Number(decimals.slice(0, 2)) + (decimals[2]! >= '5' ? 1 : 0);
}

/** `2`, `2.0`, `2件`; null: no count. */
export function readCount(text: string): number | null {
  const parts = /^(\d{1,9})(?:\.0*)?(?:件|个|双|套)?$/.exec(text.normalize('NFKC').replaceAll(',', ''));
  return parts ? Number(parts[1]) : null;
}

/** The digits of a phone without its country and its gaps; null where some are starred out: nobody is found by it. */
export function readPhone(text: string): string | null {
  const digits = text.normalize('NFKC').replaceAll(/[\s()-]/g, '');
  const bare = digits.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  return /^\+?\d{5,20}$/.test(bare) ? bare : null;
}

/** A spreadsheet wrote an id as a number and lost its end: `2.02E+17`. */
export const isRounded = (text: string): boolean => /^\d(?:\.\d+)?E\+?\d+$/i.test(text);
