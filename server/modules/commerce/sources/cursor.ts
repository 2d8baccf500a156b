/** How far the reading of a source has come: kept with every page, so that whoever takes it up goes on there. */
import { z } from 'zod';

/** Goods before orders: an order's lines are shown by the names of the goods. */
export const stages = ['products', 'orders'] as const;
export type Stage = (typeof stages)[number];

const moment = z.number().nullable();
const cursorForm = z.object({
  stage: z.enum(stages).default('products'),
  /** The platform's word for the next page; null: the first. */
  page: z.string().nullable().default(null),
  /** When this reading began, by the platform's clock; null: none is going on. */
  began: moment.default(null),
  /** What was changed before is known already. */
  since: moment.default(null),
  /** Of this reading. */
  records: z.number().default(0),
});
export type Cursor = z.infer<typeof cursorForm>;

export const readCursor = (kept: unknown): Cursor => cursorForm.parse(kept ?? {});

/** Clocks differ, and a change may be told late: some is asked for twice. */
const overlapMs = 5 * 60_000;

/** Behind a page; null `page`: the stage is over. `done`: so is the reading. */
export function advance(
  cursor: Cursor,
  { page, records, at }: { page: string | null; records: number; at: number },
): { cursor: Cursor; done: boolean } {
  const began = cursor.began ?? at;
  const next = { ...cursor, began, page, records: cursor.records + records };
  if (page !== null) return { cursor: next, done: false };
  const stage = stages[stages.indexOf(cursor.stage) + 1];
  if (stage) return { cursor: { ...next, stage }, done: false };
  const since = began - overlapMs;
  return { cursor: { ...next, stage: stages[0], began: null, since, records: 0 }, done: true };
}

/** A page that the platform no longer knows: the stage again, from its beginning. */
export const again = (cursor: Cursor): Cursor => ({ ...cursor, page: null });
