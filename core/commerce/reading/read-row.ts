/** A row of a file as values, or what is wrong with which column. */
import { cleaned, isRounded, readCount, readFen, readPhone } from './cell.ts';
import type { Field, ImportKind, Mapping } from './fields.ts';
import { fieldsOf, longestOf } from './fields.ts';
import { readTime } from './time.ts';

/** By the name of the column, as the file has it. */
export type Row = Record<string, string>;
export type Value = string | number | null;
export type Values = Record<string, Value>;

export type FaultReason =
  | 'missing'
  | 'no-amount'
  | 'no-count'
  | 'no-time'
  | 'rounded' // a spreadsheet turned a long number into 2.02E+17
  | 'too-long'
  | 'unknown-order'
  | 'unknown-sku'
  | 'unknown-change'
  | 'unstorable'
  | 'ragged'; // more cells than the first row has names

/** Why a file is no table. */
export type TableFault =
  | 'empty'
  | 'no-json'
  | 'unknown-json'
  | 'too-large'
  | 'no-rows'
  | 'endless-row'
  | 'binary'
  | 'old-sheet' // of before 2007, or behind a password
  | 'locked-sheet'
  | 'broken-sheet'
  | 'large-sheet'
  | 'packed-sheet'; // it would unpack to more than a sheet can be

export interface Fault {
  field: string | null;
  /** As the file names it; null: the row as a whole. */
  column: string | null;
  why: FaultReason;
}

export interface RowFault extends Fault {
  /** As a spreadsheet counts: the names are row 1. */
  row: number;
}

export interface Reading {
  kind: ImportKind;
  mapping: Mapping;
  /** The shop's clock. */
  zone: string;
}

export function readRow(
  { kind, mapping, zone }: Reading,
  row: Row,
): { values: Values } | { faults: Fault[] } {
  const values: Values = {};
  const faults: Fault[] = [];
  for (const [name, field] of Object.entries(fieldsOf(kind))) {
    const column = mapping[name];
    const text = column === undefined ? '' : cleaned(row[column] ?? '');
    const read = text === '' ? { value: null } : readValue(field, text, zone);
    if ('why' in read) faults.push({ field: name, column: column ?? null, why: read.why });
    else if (read.value === null && field.required)
      faults.push({ field: name, column: column ?? null, why: 'missing' });
    else values[name] = read.value;
  }
  return faults.length > 0 ? { faults } : { values };
}

function readValue(field: Field, text: string, zone: string): { value: Value } | { why: FaultReason } {
  if (text.includes('\0') || !text.isWellFormed()) return { why: 'unstorable' };
  switch (field.type) {
    case 'money':
      return orWhy(readFen(text), 'no-amount');
    case 'count':
      return orWhy(readCount(text), 'no-count');
    case 'time':
      return orWhy(readTime(text, zone), 'no-time');
    case 'phone':
      return { value: readPhone(text) };
    case 'id':
      if (isRounded(text)) return { why: 'rounded' };
      return text.length > longestOf(field) ? { why: 'too-long' } : { value: text };
    case 'text':
      return text.length > longestOf(field) ? { why: 'too-long' } : { value: text };
  }
}

const orWhy = (value: number | null, why: FaultReason): { value: Value } | { why: FaultReason } =>
  value === null ? { why } : { value };
