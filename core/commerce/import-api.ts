/**
 * Bringing files in from the desk: PUT /imports/upload?kind=&name= (bytes) → 201 ImportPreview
 * POST /imports/:id/preview { source?, mapping? } → ImportPreview · POST /imports/:id/start { source, mapping } → ImportRun
 * GET /imports/:id → ImportRun · POST /imports/:id/cancel → ImportRun · GET /imports → ImportRun[]
 */
import type { ImportKind, Mapping } from './reading/fields.ts';
import type { Row, RowFault } from './reading/read-row.ts';

/** Nothing of it is stored yet. */
export interface ImportPreview {
  importId: string;
  kind: ImportKind;
  fileName: string;
  size: number;
  format: 'csv' | 'json' | 'xlsx';
  encoding: string;
  source: string;
  columns: string[];
  mapping: Mapping;
  /** Fields without which no row comes in. */
  missing: string[];
  /** The first, as the file has them. */
  rows: { number: number; cells: Row; faults: RowFault[] }[];
  /** How many were looked at, how many of them would stay out, and the first of what is wrong. */
  checked: number;
  bad: number;
  /** False: the file goes on behind what was checked. */
  whole: boolean;
  faults: RowFault[];
}

export interface ImportRun {
  importId: string;
  kind: ImportKind;
  fileName: string;
  size: number;
  source: string;
  state: 'previewed' | 'running' | 'done' | 'failed' | 'cancelled';
  /** Between 0 and 1. */
  part: number;
  counts: ImportCounts;
  /** The first of what was wrong. */
  faults: RowFault[];
  byName: string;
  createdAt: number;
  endedAt: number | null;
}

export interface ImportCounts {
  /** Rows looked at; those left out are among them. */
  rows: number;
  /** Orders, goods or parcels: new, with something new to them, and known as they were. */
  added: number;
  changed: number;
  unchanged: number;
  skipped: number;
}
