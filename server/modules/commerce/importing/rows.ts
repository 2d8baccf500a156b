/** Values on their way into `json_to_recordset`. */
import type { Value, Values } from '../../../../core/commerce/reading/read-row.ts';

export const iso = (at: Value | undefined): string | null =>
  typeof at === 'number' ? new Date(at).toISOString() : null;
export const bytes = (value: Buffer | null): string | null => value && `\\x${value.toString('hex')}`;
export const word = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);
export const figure = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
/** `CNY` where a file names none. */
export const currencyOf = (values: Values): string =>
  /^[a-z]{3}$/i.test(word(values['currency']) ?? '') ? word(values['currency'])!.toUpperCase() : 'CNY';

export interface Written {
  key: string;
  added: boolean;
}

/** Of `total` things those that were written: new ones and changed ones. What is not among them was known as it is. */
export function tally(total: number, written: Written[]) {
  const added = written.filter((one) => one.added).length;
  return { added, changed: written.length - added, unchanged: total - written.length };
}
