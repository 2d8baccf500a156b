/** Cards of products and orders, to go with a reply. */
import { z } from 'zod';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import type { Conversations } from './context.ts';
import { makeCard } from './make-card.ts';

/** `limit`: cards by one person. */
export function cardRoutes(conversations: Conversations, limit: RateLimit): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/v1/conversations/:id/cards',
      may: 'conversations.reply',
      summary:
        'A card of a product, or of an order of this customer’s, for the next reply to carry by its id',
      params: z.strictObject({ id: z.uuid() }),
      body: z.strictObject({ kind: z.enum(['product', 'order']), id: z.uuid() }),
      status: 201,
      handle({ person, params, body }) {
        limit.take(person.agentId);
        return makeCard(conversations, person, params.id, body);
      },
    }),
  ];
}
