/** Files at the desk: announced in a conversation, sent as plain bytes, fetched by whoever may read the conversation. */
import { z } from 'zod';
import { longestFileName } from '../../../core/attachments.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { bytesOf } from '../../platform/http/uploads.ts';
import { line } from '../../platform/sockets/frames.ts';
import type { Sender } from './attachments.ts';
import type { Conversations } from './context.ts';
import { serveFile } from './serve-file.ts';
import { beginUpload, finishUpload } from './uploads.ts';
import { aliveWithinReach } from './within-reach.ts';

const id = z.strictObject({ id: z.uuid() });
const file = z.strictObject({ id: z.uuid(), attachmentId: z.uuid() });
export const upload = z.strictObject({ attachmentId: z.uuid() });
export const announced = z.strictObject({
  name: line(longestFileName).regex(/\S/),
  size: z
    .int()
    .min(1)
    .max(2 ** 40),
});

/** `limit`: files by one person. */
export function fileRoutes(conversations: Conversations, limit: RateLimit): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/v1/conversations/:id/uploads',
      may: 'conversations.reply',
      summary: 'Announce a file; its bytes follow to the upload',
      params: id,
      body: announced,
      status: 201,
      async handle({ person, params, body }) {
        limit.take(person.agentId);
        await aliveWithinReach(conversations, person, params.id);
        return beginUpload(conversations, senderOf(person, params.id), body);
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/conversations/:id/files/:attachmentId',
      may: 'conversations.read',
      summary: 'A file of the conversation: a picture to show, anything else to download',
      params: file,
      async handle({ person, params, reply }) {
        await aliveWithinReach(conversations, person, params.id);
        return serveFile(conversations, senderOf(person, params.id), params.attachmentId, reply);
      },
    }),
  ];
}

/** Served apart: their bodies are streams. */
export function uploadRoutes(conversations: Conversations): Route[] {
  return [
    route({
      method: 'PUT',
      path: '/api/v1/uploads/:attachmentId',
      may: 'conversations.reply',
      summary: 'The bytes of an announced file, as application/octet-stream; by whoever announced it',
      params: upload,
      handle: ({ person, params, request }) =>
        finishUpload(
          conversations,
          { shopId: person.shopId, kind: 'agent', id: person.agentId },
          params.attachmentId,
          () => bytesOf(request),
        ),
    }),
  ];
}

const senderOf = ({ shopId, agentId }: Person, conversationId: string): Sender => ({
  shopId,
  conversationId,
  kind: 'agent',
  id: agentId,
});
