/** The widget's routes: no cookie, a visitor's token instead. */
import { z } from 'zod';
import { longestWord } from '../../../core/conversations/rating.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { networkOf } from '../../platform/http/rate-limit.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line, seq } from '../../platform/sockets/frames.ts';
import type { Conversations } from '../conversations/index.ts';
import { rateEpisode } from '../conversations/index.ts';
import { knownVisitor } from './known-visitor.ts';
import { readLook } from './look.ts';
import { ownOrders, showOrder } from './own-orders.ts';
import type { OriginCheck } from './origins.ts';
import { writeTranscript } from './transcript.ts';
import { widgetLang } from './widget-lang.ts';
import { conversationOf, openWidget, readEarlier } from './widget-session.ts';

const opening = z.strictObject({
  shop: line(60),
  visitorToken: z.string().max(200).optional(),
  identityToken: z.string().max(20_000).optional(),
  lang: widgetLang.optional(),
});
const rating = z.strictObject({
  episode: seq.min(1),
  stars: z.int().min(1).max(5),
  word: line(longestWord).regex(/\S/).optional(),
});
const shop = z.strictObject({ shop: line(60) });
const transcript = z.strictObject({ lang: widgetLang });
const chosen = z.strictObject({ orderId: z.uuid() });
const earlier = z.strictObject({ before: z.coerce.number().pipe(seq.min(1)) });

export interface WidgetRoutes {
  conversations: Conversations;
  origins: OriginCheck;
  limits: {
    /** Opening the widget and what follows from it, by address. */
    opening: RateLimit;
    /** Every page of the shop asks once, by address. */
    look: RateLimit;
    /** Ratings, by customer, whatever they say and of which episode. */
    rating: RateLimit;
    /** Whole conversations, by customer. */
    transcript: RateLimit;
    /** Lists of orders and cards of them, by customer. */
    orders: RateLimit;
  };
}

export function widgetRoutes({ conversations, origins, limits }: WidgetRoutes): Route[] {
  const visitorBehind = knownVisitor(conversations, origins, limits.opening);
  return [
    route({
      method: 'GET',
      path: '/widget/v1/looks/:shop',
      may: 'public',
      summary: 'How the shop dresses the widget',
      params: shop,
      async handle({ params, request, reply }) {
        limits.look.take(networkOf(request.ip));
        await origins.allow(params.shop, request.headers, reply);
        const look = await readLook(conversations.shops, params.shop);
        // What one origin was answered is no answer for another, wherever it is kept.
        reply.header('vary', 'origin').header('cache-control', 'public, max-age=300');
        return look;
      },
    }),
    route({
      method: 'POST',
      path: '/widget/v1/sessions',
      may: 'public',
      summary: 'Open the widget: token, history, cursor',
      body: opening,
      async handle({ body, request, reply }) {
        limits.opening.take(networkOf(request.ip));
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
        const visitor = await visitorBehind(request, reply);
        return readEarlier(conversations, visitor, query.before);
      },
    }),
    route({
      method: 'POST',
      path: '/widget/v1/ratings',
      may: 'public',
      summary: "The visitor's judgement of the episode that has ended; changeable for ten minutes",
      body: rating,
      async handle({ body, request, reply }) {
        const visitor = await visitorBehind(request, reply);
        limits.rating.take(visitor.customerId);
        const { episode, stars, word = null } = body;
        return rateEpisode(conversations, visitor, conversationOf(visitor), { episode, stars, word });
      },
    }),
    route({
      method: 'GET',
      path: '/widget/v1/transcript',
      may: 'public',
      summary: "The visitor's own conversation as plain text",
      query: transcript,
      async handle({ query, request, reply }) {
        const visitor = await visitorBehind(request, reply);
        limits.transcript.take(visitor.customerId);
        reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store');
        reply.header('content-disposition', 'attachment; filename="conversation.txt"');
        return writeTranscript(conversations, visitor, query.lang);
      },
    }),
    route({
      method: 'GET',
      path: '/widget/v1/orders',
      may: 'public',
      summary: "The visitor's own orders as cards, newest first: those that the shop signed for them",
      async handle({ request, reply }) {
        const visitor = await visitorBehind(request, reply);
        limits.orders.take(visitor.threadOf);
        reply.header('cache-control', 'no-store');
        return ownOrders(conversations, visitor);
      },
    }),
    route({
      method: 'POST',
      path: '/widget/v1/cards',
      may: 'public',
      summary: "A card of one of the visitor's own orders, for their next message to carry by its id",
      body: chosen,
      status: 201,
      async handle({ body, request, reply }) {
        const visitor = await visitorBehind(request, reply);
        limits.orders.take(visitor.threadOf);
        return showOrder(conversations, visitor, body.orderId);
      },
    }),
  ];
}
