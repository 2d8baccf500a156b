/** What a cell shows, as text: digits as the file has them, moments by the shop's clock, never a formula. Pure. */

/** Numbers that are moments say so by their format alone. */
export function isMoment(formatId: number, code: string | undefined): boolean {
  if (code === undefined)
    return (
      (formatId >= 14 && formatId <= 22) ||
      (formatId >= 27 && formatId <= 36) ||
      (formatId >= 45 && formatId <= 58)
    );
  // Without what stands in quotes, behind a backslash, and colours, conditions and languages.
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

/**
 * `1E-2` is 0.01. A long number that was rounded stays as it is written, and is told as such: its last digits are lost. What
 * stands there in full is kept in full, however long.
 */
export function numberText(value: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?E([+-]?\d{1,3})$/i.exec(value);
  if (!parts) return value;
  const [, sign = '', whole = '', decimals = '', exponent = ''] = parts;
  const digits = whole + decimals;
  const point = whole.length + Number(exponent);
  if (point > 15 || digits.length > 20) return value;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Days since the end of 1899, or of 1903 in files of old Macs. */
export function momentText(value: string, from1904: boolean): string {
  const days = Number(value) + (from1904 ? 1462 : 0);
  if (!Number.isFinite(days) || days < 0 || days > 2_958_466) return value;
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000).toISOString();
  return days % 1 === 0 ? at.slice(0, 10) : at.slice(0, 19).replace('T', ' ');
}

/** `AB12`: 27. Negative: it names no column. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const nth = letter.charCodeAt(0) - 64;
    if (nth < 1 || nth > 26) break;
    column = column * 26 + nth;
  }
  return column - 1;
}
