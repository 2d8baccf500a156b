import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourForm, coloursOf, contrast, ownLook, paper, readable } from './widget-look.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('whatever colour a shop chooses, all words stay readable', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      const { ink, soft, edge } = coloursOf(chosen);
      for (const one of [ink, soft, edge]) expect(one).toMatch(colourForm);
      for (const ground of ['#ffffff', paper, soft])
        expect(contrast(ink, ground)).toBeGreaterThanOrEqual(readable);
    }),
  );
});

test('a colour that is readable stays as it was chosen', () => {
  for (const chosen of ['#000000', '#17484d', '#7a1f5c', '#0b57d0'])
    expect(coloursOf(chosen).ink).toBe(chosen);
});

test('one that is not becomes darker by as little as needed, and keeps its hue', () => {
  const { ink, soft } = coloursOf('#ffd400');
  const parts = [1, 3, 5].map((at) => parseInt(ink.slice(at, at + 2), 16));
  expect(parts[0]).toBeGreaterThan(parts[1]!);
  expect(parts[2]).toBe(0);
  expect(contrast(ink, soft)).toBeLessThan(readable + 0.3);
});

test('the widget without a look of the shop wears what its style sheet says', () => {
  expect(coloursOf(ownLook.colour)).toMatchObject({ ink: '#17484d' });
});

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 1);
});
