/** A file as it would come in: its columns, its first rows, and what is wrong with which row. Nothing is stored. */
import type { ImportPreview } from '../../../../core/commerce/import-api.ts';
import { missingFields } from '../../../../core/commerce/reading/guess-mapping.ts';
import type { Reading, RowFault } from '../../../../core/commerce/reading/read-row.ts';
import { readRow } from '../../../../core/commerce/reading/read-row.ts';
import type { Table } from './table.ts';

const shownRows = 8;
const mostFaults = 100;
/** Long enough for nearly every file, and a person waits for it. */
const mostChecked = 100_000;

type Checked = Pick<ImportPreview, 'rows' | 'checked' | 'bad' | 'whole' | 'faults' | 'missing'>;

export async function checkTable(table: Table, reading: Reading): Promise<Checked> {
  const checked: Checked = {
    rows: [],
    checked: 0,
    bad: 0,
    whole: true,
    faults: [],
    missing: missingFields(reading.kind, reading.mapping),
  };
  for await (const rows of table.rows()) {
    for (const { number, cells, ragged } of rows) {
      if (checked.checked === mostChecked) return { ...checked, whole: false };
      checked.checked++;
      const read = readRow(reading, cells);
      const faults: RowFault[] = ragged
        ? [{ row: number, field: null, column: null, why: 'ragged' }]
        : 'faults' in read
          ? read.faults.map((fault) => ({ row: number, ...fault }))
          : [];
      if (faults.length > 0) checked.bad++;
      if (checked.faults.length < mostFaults) checked.faults.push(...faults);
      if (checked.rows.length < shownRows) checked.rows.push({ number, cells, faults });
    }
  }
  return checked;
}
