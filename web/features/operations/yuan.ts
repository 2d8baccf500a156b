/** Amounts as people write them, in yuan, and as they are kept, in whole fen: digit by digit, never through a fraction. */

/** Nobody pays back more than this by one form; far within what a number holds exactly. */
const mostDigits = 9;

/** null: no amount, or finer than a fen. */
export function fenOf(written: string): number | null {
  const plain = written.normalize('NFKC').replace(/[\s¥]/g, '');
  const parts = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(plain);
  if (!parts) return null;
  const whole = parts[1]!.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (whole.length > mostDigits) return null;
  return Number(whole) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

/** `12.50`, as the field shows it. */
export function yuanOf(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
