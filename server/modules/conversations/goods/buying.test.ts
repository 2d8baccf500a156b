/** Help before the sale, as the desk answers: the best price, a size, what goes with it; by the shop's own rows. */
import { describe, expect, test } from 'vitest';
import type {
  Companions,
  PricedBasket,
  PromotionsAnswer,
  SizeAnswer,
} from '../../../../core/commerce/buying-api.ts';
import { defaultStacking } from '../../../../core/commerce/price/offer.ts';
import { agent, body, bringIn, cap, now, order, orderColumns, stageGoods, supervisor } from './testing.ts';

stageGoods();

const price = async (lines: { productId: string; sku: string; quantity: number }[]) =>
  (await agent.post<PricedBasket>('/api/v1/basket/price', { lines })).body;
const dayMs = 86_400_000;
const offer = (more: object = {}) => ({
  name: '满199减20',
  layer: 'threshold',
  form: { form: 'off', tiers: [{ fromFen: 199_00, offFen: 20_00 }], repeats: false },
  currency: 'CNY',
  productIds: null,
  onPromoted: true,
  alone: false,
  startsAt: now - dayMs,
  endsAt: now + dayMs,
  ...more,
});

describe('the best price', () => {
  test('promotion, offers and rules of now; ended it counts no more, and a file does not bring it back', async () => {
    const basket = [
      { productId: body.productId, sku: 'BODY-80', quantity: 2 },
      { productId: cap.productId, sku: 'CAP-1', quantity: 1 },
    ];
    expect((await price(basket)).price).toMatchObject({
      listFen: 250_00,
      beforeFen: 210_00,
      totalFen: 210_00,
    });
    const made = await supervisor.post<{ offerId: string }>('/api/v1/offers', offer());
    expect(made.status).toBe(201);
    const coupon = { form: 'off', tiers: [{ fromFen: 0, offFen: 15_00 }], repeats: false };
    await supervisor.post(
      '/api/v1/offers',
      offer({ name: '新客券', layer: 'coupon', form: coupon, productIds: [cap.productId] }),
    );
    expect((await price(basket)).price).toMatchObject({
      totalFen: 175_00,
      steps: [{ offFen: 20_00 }, { offFen: 15_00 }],
    });
    const stacking = { ...defaultStacking, apart: [['threshold', 'coupon']] };
    const saved = await supervisor.put('/api/v1/stacking', { stacking, basedOn: 0 });
    expect(saved.body).toEqual({ stackingVersion: 1 });
    expect((await supervisor.put('/api/v1/stacking', { stacking, basedOn: 0 })).status).toBe(409);
    expect((await price(basket)).price.totalFen).toBe(190_00);

    const { body: all } = await agent.get<PromotionsAnswer>('/api/v1/promotions');
    expect(all.promotions).toMatchObject([
      { name: '暖身周', source: 'yinuo', prices: [{ title: '云朵连体衣 80', listFen: 100_00 }] },
    ]);
    const { promotionId } = all.promotions[0]!;
    expect((await supervisor.post(`/api/v1/promotions/${promotionId}/end`)).status).toBe(204);
    expect((await supervisor.post(`/api/v1/promotions/${promotionId}/end`)).status).toBe(409);
    expect((await supervisor.post(`/api/v1/offers/${made.body.offerId}/end`)).status).toBe(204);
    expect((await supervisor.post(`/api/v1/offers/${made.body.offerId}/end`)).status).toBe(409);
    await bringIn('promotions', [
      '活动编号,活动名称,SKU 编码,活动价,开始时间,结束时间,保价截止',
      'P1,暖身周,BODY-80,79.00,2026-11-20 00:00:00,2026-11-30 00:00:00,2026-12-05 00:00:00',
    ]);
    expect((await price(basket)).price).toMatchObject({ beforeFen: 250_00, totalFen: 235_00 });
  });

  test('a promotion made at the desk: whole, of known goods, in a sound order of times', async () => {
    const promotion = { name: '周末', prices: [{ skuCode: 'CAP-1', priceFen: 40_00 }], currency: 'CNY' };
    const times = { startsAt: now - 1, endsAt: now + dayMs, guaranteedUntil: now + 2 * dayMs };
    const post = (more: object) => supervisor.post('/api/v1/promotions', { ...promotion, ...times, ...more });
    expect((await post({ endsAt: now - 2 })).status).toBe(400);
    expect((await post({ prices: [{ skuCode: 'NONE', priceFen: 1 }] })).status).toBe(404);
    expect((await post({ prices: [{ skuCode: 'CAP-1', priceFen: -1 }] })).status).toBe(400);
    expect((await post({ prices: [{ skuCode: 'CAP-1', priceFen: 39.5 }] })).status).toBe(400);
    expect((await post({})).status).toBe(201);
    const line = { productId: cap.productId, sku: 'CAP-1', quantity: 1 };
    expect((await price([line])).lines[0]).toMatchObject({
      listFen: 50_00,
      unitFen: 40_00,
      promotion: { name: '周末' },
    });
    expect(
      (
        await supervisor.post(
          '/api/v1/offers',
          offer({ form: { form: 'off', tiers: [{ fromFen: 1, offFen: 2 }], repeats: false } }),
        )
      ).status,
    ).toBe(400);
    expect((await agent.post('/api/v1/offers', offer())).status).toBe(403);
    const unknown = await agent.post('/api/v1/basket/price', { lines: [{ ...line, sku: 'BODY-80' }] });
    expect(unknown.status).toBe(404);
  });
});

describe('a product', () => {
  test('a size by its own table, with stock; outside of it none', async () => {
    const path = `/api/v1/products/${body.productId}/size`;
    const inside = await agent.get<SizeAnswer>(`${path}?height=90&weight=13`);
    expect(inside.body).toMatchObject({
      advice: { size: '90', confidence: 'sure' },
      stock: { '80': 2, '90': 3 },
    });
    expect((await agent.get<SizeAnswer>(`${path}?height=120`)).body.advice).toMatchObject({ size: null });
    expect((await agent.get<SizeAnswer>(path)).body.advice).toBeNull();
    expect((await agent.get(`${path}?height=9000`)).status).toBe(400);
    expect(
      (await agent.get<SizeAnswer>(`/api/v1/products/${cap.productId}/size?height=90`)).body,
    ).toMatchObject({ table: null, advice: null });
  });

  test('what goes with it, counted; not what too few bought, not what is gone', async () => {
    const path = `/api/v1/products/${body.productId}/companions`;
    expect((await agent.get<Companions>(path)).body.companions).toEqual([]);
    const both = Array.from({ length: 6 }, (_, at) => [
      `20261101000${at},member-9,客人,13900000009,,交易成功,150.00,,2026-11-01 10:00:00,,${at}-1,云朵连体衣,BODY-90,90 码,1,100.00,100.00`,
      `20261101000${at},member-9,客人,13900000009,,交易成功,150.00,,2026-11-01 10:00:00,,${at}-2,毛球帽,CAP-1,均码,1,50.00,50.00`,
    ]).flat();
    const others = Array.from({ length: 20 }, (_, at) =>
      order(`1${10_000 + at}`, 8, '交易成功', { sku: 'HAT-1' }),
    );
    await bringIn('orders', [orderColumns, ...both, ...others]);
    const { body: found } = await agent.get<Companions>(path);
    expect(found).toMatchObject({
      name: '云朵连体衣',
      days: 180,
      companions: [{ name: '毛球帽', together: 6 }],
    });
    await bringIn('stock', ['SKU 编码,仓库,库存', 'CAP-1,杭州,0']);
    expect((await agent.get<Companions>(path)).body.companions).toEqual([]);
  });
});
