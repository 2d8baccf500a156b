import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { networkOf } from '../../platform/http/rate-limit.ts';
import type { Conversations } from '../conversations/index.ts';
import type { Visitor } from '../customers/index.ts';
import { bearer } from './bearer.ts';
import type { OriginCheck } from './origins.ts';
import { visitorOf } from './widget-session.ts';

/** Whoever holds the token, on a page where it may be used. */
export function knownVisitor(conversations: Conversations, origins: OriginCheck, limit: RateLimit) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Visitor> => {
    limit.take(networkOf(request.ip));
    const visitor = await visitorOf(conversations, bearer(request));
    const { slug } = await conversations.shops.get(visitor.shopId);
    await origins.allow(slug, request.headers, reply);
    return visitor;
  };
}
