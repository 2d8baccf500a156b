/** A body's measures in what a customer wrote: `身高88，25斤`, `1米05`, `88cm 12.5kg`. */
import type { Body } from './advise-size.ts';
import type { Measure } from './size-table.ts';

export function bodyIn(text: string): Body {
  let words = text
    .normalize('NFKC')
    .replaceAll(
      /(?<!\d)1\s*米\s*(\d{1,2})(?!\d)/g,
      (_, rest: string) => `${100 + Number(rest.padEnd(2, '0'))}cm`,
    );
  const body: Body = {};
  for (const [measure, pattern, times] of patterns) {
    const found = pattern.exec(words);
    if (!found || body[measure] !== undefined) continue;
    const value = Math.round(Number(found[1]) * times * 100) / 100;
    if (value >= limits[measure].from && value <= limits[measure].to) body[measure] = value;
    // What was read is nothing else besides.
    words = words.replace(found[0], ' ');
  }
  return body;
}

/** What a person can have, in centimetres and kilograms. */
export const limits: Readonly<Record<Measure, { from: number; to: number }>> = {
  height: { from: 40, to: 230 },
  weight: { from: 1, to: 250 },
  foot: { from: 5, to: 35 },
  head: { from: 25, to: 70 },
  bust: { from: 30, to: 180 },
  waist: { from: 30, to: 180 },
};

const patterns: readonly (readonly [Measure, RegExp, number])[] = [
  ['foot', /(?:脚长|foot)\D{0,4}(\d{1,2}(?:\.\d)?)(?!\d|\s*码)/i, 1],
  ['head', /(?:头围|head)\D{0,4}(\d{2}(?:\.\d)?)(?!\d|\s*码)/i, 1],
  ['bust', /(?:胸围|bust|chest)\D{0,4}(\d{2,3}(?:\.\d)?)(?!\d)/i, 1],
  ['waist', /(?:腰围|waist)\D{0,4}(\d{2,3}(?:\.\d)?)(?!\d)/i, 1],
  ['weight', /(\d{1,3}(?:\.\d{1,2})?)\s*(?:kg|公斤|千克)/i, 1],
  ['weight', /(\d{1,3}(?:\.\d)?)\s*斤/, 0.5],
  ['weight', /(?:体重|weight|weighs)\D{0,4}(\d{1,2}(?:\.\d{1,2})?)(?![\d.]|\s*(?:斤|lb))/i, 1],
  ['height', /(?:身高|height|tall)\D{0,4}(\d{2,3}(?:\.\d)?)(?![\d.])/i, 1],
  ['height', /(?<![\d.])(\d{2,3}(?:\.\d)?)\s*(?:cm|厘米|公分)/i, 1],
];
