import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrayOf, rowsFrom, valuesOf } from './columns.ts';
import type { Pool } from './pool.ts';
import { openPool, query } from './pool.ts';
import type { TestDatabase } from './testing.ts';
import { testDatabase } from './testing.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.appUrl, 1);
});
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

const columns = {
  id: 'uuid',
  hash: 'bytea',
  said: 'text',
  count: 'int',
  fen: 'bigint',
  at: 'timestamptz',
} as const;

test('rows arrive as they left, those with nothing in them too', async () => {
  const rows = [
    {
      id: '0198f7a2-3c4d-7e5f-8a9b-0c1d2e3f4a5b',
      hash: Buffer.from([0, 255, 7]),
      said: '“云朵”, {童装}\n\\N 𠮷',
      count: -3,
      fen: 9_007_199_254_740_991,
      at: '2026-11-22T13:05:01.234Z',
    },
    {
      id: '00000000-0000-0000-0000-000000000000',
      hash: Buffer.alloc(0),
      said: '',
      count: 2_147_483_647,
      fen: -4_294_967_297,
      at: '1969-12-31T23:59:59.999Z',
    },
    { id: null, hash: null, said: undefined, count: null, fen: null },
  ];
  const found = await query(pool, `select * from ${rowsFrom(columns, 1)}`, valuesOf(columns, rows));
  expect(found).toEqual([
    ...rows.slice(0, 2).map((row) => ({ ...row, at: Date.parse(row.at!) })),
    { id: null, hash: null, said: null, count: null, fen: null, at: null },
  ]);
});

test('no rows are none', async () => {
  expect(await query(pool, `select * from ${rowsFrom(columns, 1)}`, valuesOf(columns, []))).toEqual([]);
});

test('one array is a parameter like another', async () => {
  const wanted = [Buffer.from('a'), Buffer.from('b')];
  const [row] = await query<{ known: boolean }>(pool, `select 'b'::bytea = any($1::bytea[]) as known`, [
    arrayOf('bytea', wanted),
  ]);
  expect(row!.known).toBe(true);
});
