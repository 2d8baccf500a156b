import { expect, it } from 'vitest';
import type { WidgetDraft } from '../../lib/widget-api.ts';
import { isSame, originOf, originsOf, problemsOf, tidied } from './draft.ts';

const draft: WidgetDraft = {
  greeting: { zh: '您好', en: 'Hello' },
  topics: ['goods'],
  origins: ['https://shop.example'],
  look: { colour: '#17484d', name: null, side: 'right' },
};

it.each([
  ['https://shop.example/', 'https://shop.example'],
  ['  https://shop.example/a?b#c ', 'https://shop.example'],
  ['shop.example', 'https://shop.example'],
  ['shop.example:8080', 'https://shop.example:8080'],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['https://Shop.Example:443', 'https://shop.example'],
  ['https://店铺.example', 'https://xn--hxtq42j.example'],
  ['javascript:alert(1)', null],
  ['ftp://shop.example', null],
  ['two words', null],
  ['*', null],
  ['https://*.shop.example', null],
])('%s is the site %s', (address, origin) => {
  expect(originOf(address)).toBe(origin);
});

it('keeps each site once, and what is none, to be mended', () => {
  expect(originsOf(['a.example', 'https://a.example/x', 'no site', ' '])).toEqual([
    'https://a.example',
    'no site',
  ]);
  expect(problemsOf({ ...draft, origins: ['no site'] })).toEqual(new Set(['origins']));
});

it('says what is missing', () => {
  expect(problemsOf(draft)).toEqual(new Set());
  const empty = { ...draft, greeting: { zh: ' ', en: '' }, look: { ...draft.look, colour: 'red' } };
  expect(problemsOf(empty)).toEqual(new Set(['colour', 'greeting.zh', 'greeting.en']));
});

it('what was left empty is no change', () => {
  const typed = {
    ...draft,
    greeting: { ...draft.greeting, 'zh-TW': '  ' },
    look: { ...draft.look, name: '' },
  };
  expect(isSame(draft, typed)).toBe(true);
  expect(tidied(typed)).toEqual(draft);
  expect(isSame(draft, { ...draft, topics: [] })).toBe(false);
});
