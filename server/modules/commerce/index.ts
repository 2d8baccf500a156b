/** The commerce's door: the shop's goods and orders, and the ways they come in. */
export type { SourceFile, Table } from './importing/open-table.ts';
export { NoTable, openTable } from './importing/open-table.ts';
export type { Counts, ImportTarget, RowFault } from './importing/import-table.ts';
export { importTable } from './importing/import-table.ts';
export { keepMapping, mappingFor } from './importing/mappings.ts';
