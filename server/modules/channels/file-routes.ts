/** The same for a visitor: files of their own conversation, and of no other. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { inShop } from '../../platform/database/pool.ts';
import { bytesOf } from '../../platform/http/uploads.ts';
import type { Conversations } from '../conversations/index.ts';
import {
  announcedFile,
  beginUpload,
  finishUpload,
  serveFile,
  strandsOf,
  uploadId,
} from '../conversations/index.ts';
import type { OriginCheck } from './origins.ts';
import { bearer } from './bearer.ts';
import { conversationOf, visitorOf } from './widget-session.ts';

export interface WidgetFiles {
  conversations: Conversations;
  origins: OriginCheck;
  /** Files by one visitor. */
  limit: RateLimit;
}

export function widgetFileRoutes({ conversations, origins, limit }: WidgetFiles): Route[] {
  const known = knownSender(conversations, origins);
  return [
    route({
      method: 'POST',
      path: '/widget/v1/uploads',
      may: 'public',
      summary: 'Announce a file of the visitor’s own',
      body: announcedFile,
      status: 201,
      async handle({ body, request, reply }) {
        const sender = await known(request, reply);
        limit.take(sender.id);
        return beginUpload(conversations, sender, body);
      },
    }),
    route({
      method: 'GET',
      path: '/widget/v1/files/:attachmentId',
      may: 'public',
      summary: "A file of the visitor's own conversation",
      params: uploadId,
      async handle({ params, request, reply }) {
        const sender = await known(request, reply);
        const { shopId, conversationId } = sender;
        const strands = await inShop(conversations.pool, shopId, (tx) =>
          strandsOf(tx, shopId, conversationId),
        );
        return serveFile(conversations, sender, params.attachmentId, reply, strands);
      },
    }),
  ];
}

/** Served apart: their bodies are streams. */
export function widgetUploadRoutes({ conversations, origins }: Omit<WidgetFiles, 'limit'>): Route[] {
  const known = knownSender(conversations, origins);
  return [
    route({
      method: 'PUT',
      path: '/widget/v1/uploads/:attachmentId',
      may: 'public',
      summary: 'The bytes of an announced file, as application/octet-stream; by the visitor who announced it',
      params: uploadId,
      async handle({ params, request, reply }) {
        const sender = await known(request, reply);
        return finishUpload(conversations, sender, params.attachmentId, () => bytesOf(request));
      },
    }),
  ];
}

/** The visitor whom the token names, from a page that may speak for the shop. */
function knownSender(conversations: Conversations, origins: OriginCheck) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const visitor = await visitorOf(conversations, bearer(request));
    const shop = await conversations.shops.get(visitor.shopId);
    await origins.allow(shop.slug, request.headers, reply);
    const { shopId, threadOf } = visitor;
    return { shopId, conversationId: conversationOf(visitor), kind: 'customer', id: threadOf } as const;
  };
}
