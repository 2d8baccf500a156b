/** The widget's routes: no cookie, a visitor's token instead. */
import { z } from 'zod';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { networkOf } from '../../platform/http/rate-limit.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line, seq } from '../../platform/sockets/frames.ts';
import type { Conversations } from '../conversations/index.ts';
import { bearer } from './bearer.ts';
import type { OriginCheck } from './origins.ts';
import { openWidget, readEarlier, visitorOf } from './widget-session.ts';

const opening = z.strictObject({
  shop: line(60),
  visitorToken: z.string().max(200).optional(),
  identityToken: z.string().max(20_000).optional(),
  lang: z.enum(['zh', 'en']).optional(),
});
const earlier = z.strictObject({ before: z.coerce.number().pipe(seq.min(1)) });

export interface WidgetRoutes {
  conversations: Conversations;
  origins: OriginCheck;
  /** Opening the widget, by address. */
  limit: RateLimit;
}

export function widgetRoutes({ conversations, origins, limit }: WidgetRoutes): Route[] {
  return [
    route({
      method: 'POST',
      path: '/widget/v1/sessions',
      may: 'public',
      summary: 'Open the widget: token, history, cursor',
      body: opening,
      async handle({ body, request, reply }) {
        limit.take(networkOf(request.ip));
        await origins.allow(body.shop, request.headers, reply);
        return openWidget(conversations, body);
      },
    }),
    route({
      method: 'GET',
      path: '/widget/v1/messages',
      may: 'public',
      summary: "Earlier messages of the visitor's own conversation",
      query: earlier,
      async handle({ query, request, reply }) {
        limit.take(networkOf(request.ip));
        const visitor = await visitorOf(conversations, bearer(request));
        const shop = await conversations.shops.get(visitor.shopId);
        await origins.allow(shop.slug, request.headers, reply);
        return readEarlier(conversations, visitor, query.before);
      },
    }),
  ];
}
