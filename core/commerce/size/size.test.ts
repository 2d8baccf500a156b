import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adviseSize } from './advise-size.ts';
import { bodyIn } from './body-in.ts';
import { readSizeTable } from './read-size-table.ts';
import type { SizeTable } from './size-table.ts';

const table = readSizeTable('80码 75-85cm 10-12kg\n90码 85-95cm 12-14kg\n100码 95-105cm 14-16kg')!;

describe('a table in the shop’s words', () => {
  test.each([
    ['one line', '80码 75-85cm 10-12kg，90码 85-95cm 12-14kg，100码 95-105cm 14-16kg'],
    [
      'named, full-width',
      '８０ 码：身高 75–85，体重 10~12\n90码：身高85至95，体重12到14\n100 码：身高 95-105 体重 14-16',
    ],
    ['pounds of five hundred grams', '80码 75-85cm 20-24斤；90码 85-95cm 24-28斤；100码 95-105cm 28-32斤'],
    [
      'a head and bars',
      '尺码 | 身高(cm) | 体重(kg) | 年龄\n80 | 75-85 | 10-12 | 1岁\n90 | 85-95 | 12-14 | 2岁\n100 | 95-105 | 14-16 | 3-4岁',
    ],
    [
      'a head and tabs',
      'Size\tHeight (cm)\tWeight (kg)\n80\t75-85\t10-12\n90\t85-95\t12-14\n100\t95-105\t14-16',
    ],
    [
      'with ages between',
      '100码 身高 95–105 cm 体重 14–16 kg（3–4 岁）\n80 码 身高 75–85 cm 体重 10–12 kg（1 岁）\n90 码 身高 85–95 cm 体重 12–14 kg（2 岁）',
    ],
    [
      'all in one line, as an import leaves it',
      '80 码 身高 75–85 cm 体重 10–12 kg （1 岁） 90 码 身高 85–95 cm 体重 12–14 kg （2 岁） 100 码 身高 95–105 cm 体重 14–16 kg （3–4 岁）',
    ],
  ])('%s', (_, text) => expect(readSizeTable(text)).toEqual(table));

  test.each([
    ['nothing of the kind', '均匀弹力，按平时的尺码拍'],
    ['figures that nobody named', '42 | 40–42 | —\n44 | 43–44 | —'],
    ['a hat by centimetres alone', '42码 40-42cm\n44码 43-44cm'],
    ['two rows that run into each other', 'S 身高 150-158cm 体重 40-48kg M 身高 158-165cm 体重 48-55kg'],
    ['twice the same size', '90码 85-95cm\n90码 95-105cm'],
    ['larger for the smaller', '80码 75-85cm 14-16kg\n90码 85-95cm 10-12kg'],
  ])('not read: %s', (_, text) => expect(readSizeTable(text)).toBeNull());

  test('other measures, by their names', () => {
    expect(readSizeTable('115 码 脚长 11.0–11.5 cm\n125 码 脚长 11.6–12.5 cm')).toMatchObject({
      measures: ['foot'],
      rows: [{ size: '115', ranges: { foot: { from: 11, to: 11.5 } } }, { size: '125' }],
    });
    expect(
      readSizeTable('S: bust 80-84 cm, waist 60-64 cm\nM: bust 84-88 cm, waist 64-68 cm')?.measures,
    ).toEqual(['bust', 'waist']);
  });
});

const said = (body: Parameters<typeof adviseSize>[1]) => {
  const { size, other, confidence, why } = adviseSize(table, body);
  return `${size} ${other} ${confidence}: ${why.map((one) => one.why).join(', ')}`;
};

test.each([
  [{ height: 90, weight: 13 }, '90 null sure: fits, fits'],
  [{ height: 90 }, '90 null fair: fits, not-given'],
  [{ height: 90, weight: 15 }, '100 90 between: fits, fits, larger'],
  [{ height: 94.5, weight: 13 }, '90 100 fair: near-end, fits'],
  [{ height: 85, weight: 11 }, '80 null sure: shared, fits'],
  [{ height: 85, weight: 12 }, '90 80 between: shared, shared, larger'],
  [{ height: 78, weight: 15 }, 'null null null: fits, fits, too-far-apart'],
  [{ height: 110, weight: 13 }, 'null null null: outside'],
  [{ height: 90, weight: 9.9 }, 'null null null: outside'],
  [{ foot: 12 }, 'null null null: nothing-given'],
])('%j: %s', (body, expected) => expect(said(body)).toBe(expected));

test('between two ranges: the larger, and said so', () => {
  const gaps = readSizeTable('66码 身高 60-66cm\n73码 身高 67-73cm')!;
  expect(adviseSize(gaps, { height: 66.5 })).toMatchObject({
    size: '73',
    other: '66',
    confidence: 'between',
  });
});

const tables: fc.Arbitrary<SizeTable> = fc
  .array(
    fc.record({
      height: fc.integer({ min: 1, max: 15 }),
      weight: fc.integer({ min: 1, max: 6 }),
      gap: fc.integer({ min: -1, max: 2 }),
    }),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((steps) => {
    let [height, weight] = [50, 4];
    const rows = steps.map((step, at) => {
      const row = {
        size: String(at),
        ranges: {
          height: { from: height, to: height + step.height + 1 },
          weight: { from: weight, to: weight + step.weight + 1 },
        },
      };
      height += step.height + 1 + (step.gap < 0 ? -Math.min(1, step.height) : step.gap);
      weight += step.weight + 1 + (step.gap < 0 ? -1 : 0);
      return row;
    });
    return { measures: ['height', 'weight'], rows };
  });
const body = fc.record(
  {
    height: fc.integer({ min: 300, max: 2000 }).map((tenth) => tenth / 10),
    weight: fc.integer({ min: 20, max: 800 }).map((tenth) => tenth / 10),
  },
  { requiredKeys: [] },
);

describe('for any table and body', () => {
  test('no size but for a body within the table, and only one of the table’s', () => {
    fc.assert(
      fc.property(tables, body, (any, one) => {
        const { size, other, confidence } = adviseSize(any, one);
        const sizes = any.rows.map((row) => row.size);
        if (size === null) return void expect(confidence).toBeNull();
        for (const name of [size, other]) expect(name === null || sizes.includes(name)).toBe(true);
        for (const measure of ['height', 'weight'] as const) {
          const value = one[measure];
          if (value === undefined) continue;
          expect(value).toBeGreaterThanOrEqual(any.rows[0]!.ranges[measure]!.from);
          expect(value).toBeLessThanOrEqual(any.rows.at(-1)!.ranges[measure]!.to);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('who is larger never gets the smaller size', () => {
    fc.assert(
      fc.property(
        tables,
        body,
        fc.nat(300),
        fc.constantFrom('height', 'weight'),
        (any, one, more, measure) => {
          if (one[measure] === undefined) return;
          const larger = { ...one, [measure]: one[measure] + more / 10 };
          const [before, after] = [one, larger].map((some) => adviseSize(any, some).size);
          if (before !== null && after !== null) expect(Number(after)).toBeGreaterThanOrEqual(Number(before));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['宝宝身高88，25斤，穿多大', { height: 88, weight: 12.5 }],
  ['88cm 12.5kg', { height: 88, weight: 12.5 }],
  ['1米05，体重 17', { height: 105, weight: 17 }],
  ['两岁，85 公分，二十四斤', { height: 85 }],
  ['脚长12.3，平时穿 13 码', { foot: 12.3 }],
  ['头围45cm', { head: 45 }],
  ['he is 92 cm tall and weighs 13.5 kg', { height: 92, weight: 13.5 }],
  ['买了2件 90 码', {}],
  ['订单2026112100000001', {}],
])('%s', (text, expected) => expect(bodyIn(text)).toEqual(expected));
