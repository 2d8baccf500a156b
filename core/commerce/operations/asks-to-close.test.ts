import { expect, test } from 'vitest';
import { asksToClose } from './asks-to-close.ts';

const says = (text: string) => asksToClose([{ from: 'customer', text }]);

test.each([
  '拍重复了，这单不要了，麻烦帮我取消',
  '帮我取消订单吧',
  '这单退了吧，不想要了',
  '先别发货，我要退款',
  'Please cancel my order',
  "I'd like to cancel it please",
])('asks: %s', (text) => expect(says(text)).toBe(true));

test.each([
  '什么时候发货呀',
  '帮我改成90码',
  '地址填错了，改到公司',
  '订单怎么被取消了？',
  '你好',
  'Can you change it to size M please',
  'Where is my order?',
])('does not: %s', (text) => expect(says(text)).toBe(false));

test('only the customer asks', () => {
  expect(asksToClose([{ from: 'agent', text: '帮您取消订单吧' }])).toBe(false);
  expect(asksToClose([])).toBe(false);
});
