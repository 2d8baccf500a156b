/** Search, and who may call it: whoever reads conversations, and each finds what they may read. */
import { z } from 'zod';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line } from '../../platform/sockets/frames.ts';
import type { Conversations } from '../conversations/index.ts';
import { search } from './search.ts';

const time = z.coerce
  .number()
  .int()
  .min(0)
  .max(Date.UTC(9999, 0) - 1);
const points = z.coerce.number().int().min(0).max(100);

const query = z.strictObject({
  q: line(100).min(1),
  by: z.uuid().optional(),
  rule: z.string().max(60).optional(),
  conversation: z.uuid().optional(),
  from: time.optional(),
  to: time.optional(),
  scoreFrom: points.optional(),
  scoreTo: points.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(50),
  after: z.string().max(100).optional(),
});

export function searchRoutes(conversations: Conversations): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/search',
      may: 'conversations.read',
      summary: 'Messages, notes and customers that hold the words, newest first',
      query,
      handle: ({ person, query }) => search(conversations, person, query),
    }),
  ];
}
