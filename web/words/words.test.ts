import { describe, expect, it } from 'vitest';
import { buyingEn } from './buying.en.ts';
import { buyingZh } from './buying.zh-CN.ts';
import { benchEn } from './bench.en.ts';
import { benchZh } from './bench.zh-CN.ts';
import { customerEn } from './customer.en.ts';
import { customerZh } from './customer.zh-CN.ts';
import { composerEn } from './composer.en.ts';
import { composerZh } from './composer.zh-CN.ts';
import { keysEn } from './keys.en.ts';
import { keysZh } from './keys.zh-CN.ts';
import { filesEn } from './files.en.ts';
import { filesZh } from './files.zh-CN.ts';
import { en } from './en.ts';
import { inboxEn } from './inbox.en.ts';
import { inboxZh } from './inbox.zh-CN.ts';
import { translator, translatorOf } from './index.ts';
import { operationsEn } from './operations.en.ts';
import { operationsZh } from './operations.zh-CN.ts';
import { ordersEn } from './orders.en.ts';
import { ordersZh } from './orders.zh-CN.ts';
import { pastEn } from './past.en.ts';
import { pastZh } from './past.zh-CN.ts';
import { policyEn } from './policy.en.ts';
import { policyZh } from './policy.zh-CN.ts';
import { policySettingsEn } from './policy-settings.en.ts';
import { policySettingsZh } from './policy-settings.zh-CN.ts';
import { proofEn } from './proof.en.ts';
import { proofZh } from './proof.zh-CN.ts';
import { searchEn } from './search.en.ts';
import { searchZh } from './search.zh-CN.ts';
import { qualityEn } from './quality.en.ts';
import { qualityZh } from './quality.zh-CN.ts';
import { peopleEn } from './people.en.ts';
import { peopleZh } from './people.zh-CN.ts';
import { standardEn } from './standard.en.ts';
import { standardZh } from './standard.zh-CN.ts';
import { widgetEn } from './widget.en.ts';
import { widgetZh } from './widget.zh-CN.ts';
import { versionsEn } from './versions.en.ts';
import { versionsZh } from './versions.zh-CN.ts';
import { wallEn } from './wall.en.ts';
import { wallZh } from './wall.zh-CN.ts';
import { zh } from './zh-CN.ts';

type Words = Record<string, string>;

const holesIn = (words = '') => [...words.matchAll(/\{\w+\}/g)].map(String).toSorted();
/** Each language's own name stands in the other's catalogue; units are written alike in both. */
const alike = new Set(['language.other', 'file.kB', 'file.MB']);

describe.each<[string, Words, Words]>([
  ['desk', zh, en],
  ['files', filesZh, filesEn],
  ['bench', benchZh, benchEn],
  ['composer', composerZh, composerEn],
  ['customers', customerZh, customerEn],
  ['keys and notifications', keysZh, keysEn],
  ['inbox', inboxZh, inboxEn],
  ['search', searchZh, searchEn],
  ['orders', ordersZh, ordersEn],
  ['buying', buyingZh, buyingEn],
  ['operations on orders', operationsZh, operationsEn],
  ['past of a customer', pastZh, pastEn],
  ['after-sale policy', policyZh, policyEn],
  ['settings of the policy', policySettingsZh, policySettingsEn],
  ['proof that an order is theirs', proofZh, proofEn],
  ['quality pages', qualityZh, qualityEn],
  ['people, hours and accounts', peopleZh, peopleEn],
  ['wall', wallZh, wallEn],
  ['settings of the standard', standardZh, standardEn],
  ['versions of settings', versionsZh, versionsEn],
  ['settings of the widget', widgetZh, widgetEn],
])('the catalogues of the %s', (_, chinese, english) => {
  const keys = Object.keys(chinese);

  it('have the same keys, none of them empty', () => {
    expect(Object.keys(english).toSorted()).toEqual(keys.toSorted());
    expect(keys.filter((key) => chinese[key]!.trim() === '' || english[key]!.trim() === '')).toEqual([]);
  });

  it('fill the same holes', () => {
    expect(keys.filter((key) => String(holesIn(chinese[key])) !== String(holesIn(english[key])))).toEqual([]);
  });

  it('leave no Chinese in English and nothing untranslated in Chinese', () => {
    const han = /\p{Script=Han}/u;
    const others = keys.filter((key) => !alike.has(key));
    expect(others.filter((key) => han.test(english[key]!))).toEqual([]);
    // Units are written the same everywhere.
    const wordless = (words: string) =>
      words.replaceAll(/\{\w+\}|\b[kM]B\b/g, '').replaceAll(/[^\p{L}]/gu, '') === '';
    expect(others.filter((key) => !han.test(chinese[key]!) && !wordless(chinese[key]!))).toEqual([]);
  });
});

describe('a translator', () => {
  it('fills the holes by name', () => {
    expect(translator('zh')('owner.other', { name: '小云' })).toBe('小云 接待中');
    expect(translator('en')('owner.other', { name: 'Xiaoyun' })).toBe('With Xiaoyun');
    expect(translatorOf({ a: '{x} and {y}' })('a', { x: 1, y: 'two' })).toBe('1 and two');
  });

  it('shows a hole that nobody filled rather than hiding it', () => {
    expect(translator('en')('owner.other')).toBe('With {name}');
  });
});
