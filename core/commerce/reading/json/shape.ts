/** What a record of a shop system's JSON is known by, and how it is laid out as rows of our own template. */
import { readFen } from '../cell.ts';
import type { ImportKind } from '../fields.ts';
import type { Source } from '../sources.ts';

export type Data = Record<string, unknown>;

export interface Shape {
  kind: ImportKind;
  source: Source;
  knows(record: Data): boolean;
  /** `key`: the name that the record stands under. */
  rows(record: Data, key: string): Data[];
}

export const data = (value: unknown): Data =>
  value !== null && typeof value === 'object' ? (value as Data) : {};
export const list = (value: unknown): Data[] => (Array.isArray(value) ? value.map(data) : []);
export const joined = (...parts: unknown[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' ');

/** Exact, and whatever sign the system writes paid-back money with. */
export function sum(amounts: Data[], field: string): string {
  const fen = amounts.reduce((total, one) => total + (readFen(unsigned(one[field])) ?? 0), 0);
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

export const unsigned = (amount: unknown): string => String(amount ?? '').replace(/^-/, '');

/** Descriptions are pages: their words alone, as much as a field holds. */
export const words = (page: unknown): string =>
  String(page ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 4000);
