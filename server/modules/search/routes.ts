/** Search, and who may call it: whoever reads conversations, and each finds what they may read. */
import { z } from 'zod';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line } from '../../platform/sockets/frames.ts';
import type { Conversations } from '../conversations/index.ts';
import { search } from './search.ts';

const time = z
  .int()
  .min(0)
  .max(Date.UTC(9999, 0) - 1);
const points = z.int().min(0).max(100);

const asked = z.strictObject({
  q: line(100).min(1),
  by: z.uuid().optional(),
  rule: z.string().max(60).optional(),
  conversation: z.uuid().optional(),
  from: time.optional(),
  to: time.optional(),
  scoreFrom: points.optional(),
  scoreTo: points.optional(),
  limit: z.int().min(1).max(50).default(50),
  after: z.string().max(100).optional(),
});

export function searchRoutes(conversations: Conversations): Route[] {
  return [
    route({
      // Logs keep addresses, and what is searched for is often somebody's name or number: it travels in the body.
      method: 'POST',
      path: '/api/v1/search',
      may: 'conversations.read',
      summary: 'Messages, notes and customers that hold the words, newest first',
      body: asked,
      handle: ({ person, body }) => search(conversations, person, body),
    }),
  ];
}
