import { describe, expect, it } from 'vitest';
import type { OrderLine, OrderView } from '../../../core/commerce/order-api.ts';
import { fieldsOf, noFields, paidFor, wishOf, withQuantity, type Fields } from './wish.ts';

const line = (some: Partial<OrderLine>): OrderLine => ({
  title: '连体衣',
  spec: '66',
  skuCode: 'BODY-66',
  productId: null,
  quantity: 3,
  priceFen: 7000,
  paidFen: 20000,
  refundedFen: null,
  ...some,
});
const order = { currency: 'CNY', lines: [line({}), line({ quantity: 1, paidFen: 5000 })] } as OrderView;
const here = { currency: 'CNY', conversationId: 'c' };
const wish = (kind: Parameters<typeof wishOf>[0], some: Partial<Fields>) =>
  wishOf(kind, { ...noFields, ...some }, here);

describe('a form', () => {
  it('makes its wish once it is whole', () => {
    expect(wish('refund', { amountFen: 1250, quantities: { 1: 1, 0: 0 } })).toEqual({
      kind: 'refund',
      items: [{ line: 1, quantity: 1 }],
      amountFen: 1250,
      currency: 'CNY',
    });
    expect(wish('refund', { quantities: { 0: 1 } })).toBeNull();
    expect(wish('refund', { amountFen: 0 })).toBeNull();
    expect(wish('return', { amountFen: 100 })).toBeNull();
    expect(wish('exchange', { quantities: { 0: 1, 1: 1 }, instead: { 0: 'BODY-73' } })).toBeNull();
    expect(wish('exchange', { quantities: { 0: 1 }, instead: { 0: 'BODY-73', 1: 'X' } })).toEqual({
      kind: 'exchange',
      items: [{ line: 0, quantity: 1, toSkuCode: 'BODY-73' }],
    });
    expect(wish('payout', { amountFen: 1, payee: '  ' })).toBeNull();
    expect(wish('compensation', { amountFen: 1 })).toMatchObject({ line: null, amountFen: 1 });
    expect(wish('price-difference', { amountFen: 1 })).toBeNull();
    expect(wish('address-change', { address: ' 杭州 ', phone: '' })).toEqual({
      kind: 'address-change',
      address: '杭州',
      receiver: null,
      phone: null,
    });
    expect(wish('close', { seq: 4 })).toEqual({ kind: 'close', request: { conversationId: 'c', seq: 4 } });
    expect(wishOf('close', { ...noFields, seq: 4 }, { ...here, conversationId: null })).toBeNull();
  });

  it('takes back what was asked for', () => {
    const asked = { quantities: { 0: 2 }, instead: { 0: 'BODY-73' } };
    const made = wish('exchange', asked)!;
    expect(fieldsOf(made as never, null)).toEqual({ ...noFields, ...asked });
    const size = wish('size-change', { line: 1, instead: { 1: 'BODY-80' } })!;
    expect(wishOf('size-change', fieldsOf(size as never, null), here)).toEqual(size);
    const one = wish('size-change', { line: 0, instead: { 0: 'BODY-80' }, quantities: { 0: 1 } })!;
    expect(one).toMatchObject({ line: 0, quantity: 1 });
    expect(wishOf('size-change', fieldsOf(one as never, null), here)).toEqual(one);
  });

  it('lets the amount follow the quantities until somebody writes one', () => {
    const two = withQuantity(noFields, 0, 2, order);
    expect(two.amountFen).toBe(13333);
    expect(withQuantity(two, 1, 1, order).amountFen).toBe(18333);
    const own = { ...two, amountFen: 500, ownAmount: true };
    expect(withQuantity(own, 1, 1, order).amountFen).toBe(500);
  });

  it('never takes more than a line was paid and has left', () => {
    expect(paidFor({ 0: 3 }, [line({ refundedFen: 19999 })])).toBe(1);
    expect(paidFor({ 0: 3 }, [line({ refundedFen: 25000 })])).toBe(0);
    expect(paidFor({ 0: 1 }, [line({ paidFen: null })])).toBeNull();
    expect(paidFor({}, order.lines)).toBeNull();
  });
});
