/** Lines of a CSV file (RFC 4180) that no spreadsheet takes for a formula. */

export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(cell).join(',')}\r\n`;

/**
 * A spreadsheet runs what begins with one of these, after blanks too, however it is quoted: an apostrophe before it makes
 * it a text. A number of our own may well be negative.
 */
const running = /^[\s\p{Cf}\p{Cc}]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = running.test(value) ? `'${value}` : value;
  return /["',;\s]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
