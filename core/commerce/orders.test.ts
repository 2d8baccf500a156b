import { expect, test } from 'vitest';
import { numbersIn } from './numbers-in.ts';
import { readOrderState, stateOf, stateWithParcels } from './order-state.ts';
import { stalledHours } from './stall.ts';

test.for<[string, string | null]>([
  ['等待买家付款', 'unpaid'],
  ['买家已付款，等待卖家发货', 'paid'],
  ['卖家已发货，等待买家确认', 'dispatched'],
  ['已发货，待签收', 'dispatched'],
  ['交易成功', 'received'],
  ['已签收', 'received'],
  ['已发货，退款成功', 'returning'],
  ['已退货', 'returning'],
  ['交易关闭', 'closed'],
  ['unfulfilled', null],
  ['pending', 'unpaid'],
  ['delivered', 'received'],
  ['partially_refunded', 'returning'],
  ['神秘状态', null],
])('%s is %s', ([word, state]) => expect(readOrderState(word)).toBe(state));

test('where no file says, the times tell', () => {
  const none = { state: null, paidAt: null, dispatchedAt: null, receivedAt: null, closedAt: null };
  expect(stateOf(none)).toBeNull();
  expect(stateOf({ ...none, paidAt: 1 })).toBe('paid');
  expect(stateOf({ ...none, paidAt: 1, dispatchedAt: 2 })).toBe('dispatched');
  expect(stateOf({ ...none, state: 'returning', receivedAt: 3 })).toBe('returning');
});

test('where the file is older than its parcels, they tell', () => {
  const [moving, arrived] = [{ deliveredAt: null }, { deliveredAt: 5 }];
  expect(stateWithParcels('paid', [])).toBe('paid');
  expect(stateWithParcels('paid', [moving, arrived])).toBe('dispatched');
  expect(stateWithParcels('dispatched', [arrived])).toBe('received');
  expect(stateWithParcels('closed', [moving])).toBe('closed');
});

test('a parcel stands still from the 48th hour after its last scan on', () => {
  const hour = 3600_000;
  const parcel = { dispatchedAt: 0, deliveredAt: null, lastScanAt: 10 * hour };
  expect(stalledHours(parcel, 58 * hour - 1)).toBeNull();
  expect(stalledHours(parcel, 62 * hour)).toBe(52);
  expect(stalledHours({ ...parcel, lastScanAt: null }, 50 * hour)).toBe(50);
  expect(stalledHours({ ...parcel, deliveredAt: 20 * hour }, 90 * hour)).toBeNull();
  expect(stalledHours({ dispatchedAt: null, deliveredAt: null, lastScanAt: null }, 90 * hour)).toBeNull();
});

test('order numbers in what a customer wrote', () => {
  expect(numbersIn('我的订单是２０２６１１２１１２３４５６７８，还没到')).toEqual(['2026112112345678']);
  expect(numbersIn('拼多多 201121-123456789012345 和 #W2611340')).toEqual([
    '201121-123456789012345',
    '#W2611340',
  ]);
  expect(numbersIn('身高98 体重15，要 90 码的 bodysuit')).toEqual([]);
});
