import type { TableFault } from '../../../../core/commerce/reading/read-row.ts';

export class NoTable extends Error {
  readonly why: TableFault;

  constructor(why: TableFault, options?: ErrorOptions) {
    super(why, options);
    this.why = why;
  }
}
