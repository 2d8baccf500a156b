import { expect, test } from 'vitest';
import { langOf } from './lang.ts';

test.each([
  ['zh-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-Hans-SG', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['zh_TW', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh-hk', 'zh-TW'],
  ['zh-MO', 'zh-TW'],
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN-us', 'en'],
  ['fr', 'zh-CN'],
])('a page in %s gets the widget in %s', (spoken, lang) => {
  expect(langOf(spoken)).toBe(lang);
});
