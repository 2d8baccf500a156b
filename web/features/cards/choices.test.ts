import { expect, test } from 'vitest';
import type { CustomerOrders, ProductView } from '../../../core/commerce/order-api.ts';
import { choicesOf } from './choices.ts';

const product = (productId: string, name: string): ProductView => ({ productId, name, facts: {}, skus: [] });
const order = (orderId: string, number: string, title: string) =>
  ({
    orderId,
    number,
    by: 'account',
    proven: true,
    lines: [{ title, spec: null, skuCode: null }],
  }) as unknown as CustomerOrders['orders'][number];

const own = product('own', '月亮睡袋');
const other = product('other', '毛球帽');
const beside = {
  orders: [order('a', '2026****1234', '月亮睡袋'), order('b', '2026****9876', '毛球帽')],
  products: [own],
};
const keys = (asked: string, goods: ProductView[] = [own, other]) =>
  choicesOf(beside, goods, asked).map(({ group, choices }) => [group, ...choices.map(({ key }) => key)]);

test('an order that nothing proves to be theirs is not offered', () => {
  const [first, second] = beside.orders;
  const unproven = { ...beside, orders: [{ ...first!, proven: false }, second!] };
  expect(choicesOf(unproven, [], '')[0]!.choices.map(({ key }) => key)).toEqual(['b']);
});

test('the customer’s orders come first, then their goods, then the others; nothing twice', () => {
  expect(keys('')).toEqual([
    ['orders.theirs', 'a', 'b'],
    ['goods.theirs', 'own'],
    ['goods', 'other'],
  ]);
});

test('an order is found by what is in it, and by a whole number though it is masked', () => {
  expect(keys('睡袋', [own])).toEqual([
    ['orders.theirs', 'a'],
    ['goods.theirs', 'own'],
  ]);
  expect(keys('2026112288341234', [])).toEqual([['orders.theirs', 'a']]);
  expect(keys('9876', [])).toEqual([['orders.theirs', 'b']]);
  expect(keys('没有', [])).toEqual([]);
});

test('without orders the goods are still there', () => {
  expect(choicesOf(undefined, [other], '').map(({ group }) => group)).toEqual(['goods']);
});
