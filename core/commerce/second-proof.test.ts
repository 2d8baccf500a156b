import { expect, test } from 'vitest';
import { provenBy } from './second-proof.ts';

const order = { receiver: '王丽华', phone: '13812345678' };

test.each([
  ['the last four figures', ['订单号 2026110512345', '尾号5678']],
  ['in full width', ['５６７８']],
  ['the whole phone', ['我的手机是 138-1234-5678']],
  ['the name', ['收件人王丽华']],
])('proves by %s', (_, said) => expect(provenBy(said, order)).toBe(true));

test.each([
  ['the number alone', ['2026110512345678']],
  ['another tail', ['尾号5679']],
  ['a part of a longer number', ['95678']],
  ['tails tried one by one', ['1234', '2345', '3456', '5678']],
  ['a surname', ['我姓王，王女士']],
  ['a list of names', [`${'李小明、张伟、'.repeat(9)}王丽华`]],
])('does not prove by %s', (_, said) => expect(provenBy(said, order)).toBe(false));

test('what is masked or unknown proves nothing', () => {
  expect(provenBy(['王**', '****'], { receiver: '王**', phone: '138****' })).toBe(false);
  expect(provenBy(['5678'], { receiver: null, phone: null })).toBe(false);
});

test('a name in letters is proven as a whole', () => {
  const ann = { receiver: 'Ann Lee', phone: null };
  expect(provenBy(["I'm Ann Lee, order 1234567"], ann)).toBe(true);
  expect(provenBy(['Joann Leeds here'], ann)).toBe(false);
});
