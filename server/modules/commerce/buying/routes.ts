/** Help before the sale: sizes, sums, what goes together; and the promotions and offers that the sums are made of. */
import { z } from 'zod';
import type { PromotionsAnswer } from '../../../../core/commerce/buying-api.ts';
import { layers } from '../../../../core/commerce/price/offer.ts';
import { limits } from '../../../../core/commerce/size/body-in.ts';
import { measures } from '../../../../core/commerce/size/size-table.ts';
import type { Measure } from '../../../../core/commerce/size/size-table.ts';
import type { Body } from '../../../../core/commerce/size/advise-size.ts';
import { inShop, snapshotOfShop } from '../../../platform/database/pool.ts';
import type { Route } from '../../../platform/http/routes.ts';
import { route } from '../../../platform/http/routes.ts';
import { line } from '../../../platform/sockets/frames.ts';
import type { Commerce } from '../context.ts';
import { addOffer, endOffer, listOffers, saveStacking, stackingOf } from './offers.ts';
import { priceBasket } from './price-basket.ts';
import { companionsOf, readProduct, sizeHelp } from './product-help.ts';
import { addPromotion, endPromotion, listPromotions } from './promotions.ts';

const product = z.strictObject({ productId: z.uuid() });
const fen = z.int().min(0).max(100_000_000_00);
const moment = z.int().min(0).max(8_640_000_000_000_000);
const name = line(60).min(1);
const sku = z.string().min(1).max(100);
const currency = z.string().regex(/^[A-Z]{3}$/);

const body = z.strictObject(
  Object.fromEntries(
    measures.map((measure) => [
      measure,
      z.coerce.number().min(limits[measure].from).max(limits[measure].to).optional(),
    ]),
  ) as Record<Measure, z.ZodOptional<z.ZodCoercedNumber>>,
);

const basket = z.strictObject({
  lines: z
    .array(z.strictObject({ productId: z.uuid(), sku, quantity: z.int().min(1).max(999) }))
    .min(1)
    .max(30),
});

const promotion = z.strictObject({
  name,
  prices: z
    .array(z.strictObject({ skuCode: sku, priceFen: fen }))
    .min(1)
    .max(500),
  currency,
  startsAt: moment,
  endsAt: moment,
  guaranteedUntil: moment.nullable(),
});

const percent = z.int().min(1).max(100);
const form = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('off'),
    tiers: z
      .array(z.strictObject({ fromFen: fen, offFen: fen.min(1) }))
      .min(1)
      .max(5),
    repeats: z.boolean(),
  }),
  z.strictObject({
    form: z.literal('percent'),
    fromUnits: z.int().min(0).max(999),
    fromFen: fen,
    percent,
    mostFen: fen.nullable(),
  }),
  z.strictObject({ form: z.literal('nth'), nth: z.int().min(2).max(99), percent }),
]);

const offer = z.strictObject({
  name,
  layer: z.enum(layers),
  form,
  currency,
  productIds: z.array(z.uuid()).min(1).max(200).nullable(),
  onPromoted: z.boolean(),
  alone: z.boolean(),
  startsAt: moment,
  endsAt: moment,
});

const byLayer = <T extends z.ZodType>(value: T) =>
  z.strictObject(
    Object.fromEntries(layers.map((layer) => [layer, value])) as Record<(typeof layers)[number], T>,
  );
const stacking = z.strictObject({
  stacking: z.strictObject({
    most: byLayer(z.int().min(0).max(2)),
    apart: z.array(z.tuple([z.enum(layers), z.enum(layers)])).max(6),
    judgedOn: byLayer(z.enum(['before', 'left'])),
  }),
  basedOn: z.int().min(0).max(2_147_483_646),
});

export function buyingRoutes({ pool, now }: Commerce): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/v1/basket/price',
      may: 'orders.read',
      summary: 'The best price of a basket by the offers of now, as a sum; nothing is stored',
      body: basket,
      handle: ({ person: { shopId }, body: { lines } }) =>
        inShop(pool, shopId, (tx) => priceBasket(tx, shopId, lines, now())),
    }),
    route({
      method: 'GET',
      path: '/api/v1/products/:productId',
      may: 'orders.read',
      summary: 'A product with its facts, its SKUs and their stock',
      params: product,
      handle: ({ person: { shopId }, params }) =>
        inShop(pool, shopId, (tx) => readProduct(tx, shopId, params.productId)),
    }),
    route({
      method: 'GET',
      path: '/api/v1/products/:productId/size',
      may: 'orders.read',
      summary: 'Which size by the product’s own table, how sure, and why; centimetres and kilograms',
      params: product,
      query: body,
      handle: ({ person: { shopId }, params, query }) =>
        inShop(pool, shopId, (tx) => sizeHelp(tx, shopId, params.productId, query as Body)),
    }),
    route({
      method: 'GET',
      path: '/api/v1/products/:productId/companions',
      may: 'orders.read',
      summary: 'What is bought with it, counted in the shop’s own orders, and in stock',
      params: product,
      handle: ({ person: { shopId }, params }) =>
        inShop(pool, shopId, (tx) => companionsOf(tx, shopId, params.productId, now())),
    }),
    route({
      method: 'GET',
      path: '/api/v1/promotions',
      may: 'orders.read',
      summary: 'Promotions and offers, those under way first, and which go together',
      handle: ({ person: { shopId } }): Promise<PromotionsAnswer> =>
        snapshotOfShop(pool, shopId, async (tx) => ({
          promotions: await listPromotions(tx, shopId),
          offers: await listOffers(tx, shopId),
          ...(await stackingOf(tx, shopId)),
        })),
    }),
    route({
      method: 'POST',
      path: '/api/v1/promotions',
      may: 'promotions.write',
      summary: 'Prices for some SKUs for a time',
      body: promotion,
      status: 201,
      handle: ({ person, body: wanted }) =>
        inShop(pool, person.shopId, (tx) => addPromotion(tx, person, wanted)),
    }),
    route({
      method: 'POST',
      path: '/api/v1/promotions/:promotionId/end',
      may: 'promotions.write',
      summary: 'Ends it now, for all its SKUs; what it guaranteed stays guaranteed',
      params: z.strictObject({ promotionId: z.uuid() }),
      handle: ({ person, params }) =>
        inShop(pool, person.shopId, (tx) => endPromotion(tx, person, params.promotionId, now())),
    }),
    route({
      method: 'POST',
      path: '/api/v1/offers',
      may: 'promotions.write',
      summary: 'A threshold, a discount or a coupon for a time',
      body: offer,
      status: 201,
      handle: ({ person, body: wanted }) =>
        inShop(pool, person.shopId, (tx) => addOffer(tx, person, wanted, now())),
    }),
    route({
      method: 'POST',
      path: '/api/v1/offers/:offerId/end',
      may: 'promotions.write',
      summary: 'Ends it now',
      params: z.strictObject({ offerId: z.uuid() }),
      handle: ({ person, params }) =>
        inShop(pool, person.shopId, (tx) => endOffer(tx, person, params.offerId, now())),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/stacking',
      may: 'promotions.write',
      summary: 'Which offers go together',
      body: stacking,
      handle: ({ person, body: wanted }) =>
        inShop(pool, person.shopId, (tx) => saveStacking(tx, person, wanted, now())),
    }),
  ];
}
