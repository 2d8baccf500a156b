/** The composer's own routes: drafts for one's other machines, and replies that leave later. */
import { z } from 'zod';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { clientId, line, words } from '../../platform/sockets/frames.ts';
import type { Conversations } from './context.ts';
import { readDrafts, saveDraft } from './drafts.ts';
import {
  cancelScheduled,
  changeScheduled,
  listReturned,
  noticeReturned,
  scheduleReply,
} from './schedule-reply.ts';

/** Longer than any message: what is too long to send is still being shortened. */
const longestDraft = 20_000;

const id = z.strictObject({ id: z.uuid() });
const writing = z.strictObject({ id: z.uuid(), writing: z.enum(['reply', 'note', 'whisper']) });
const draft = z.strictObject({ text: line(longestDraft), basedOn: z.uuid().nullable() });
const scheduled = z.strictObject({ id: z.uuid(), scheduledId: z.uuid() });
const returned = z.strictObject({ scheduledId: z.uuid() });
const later = { text: words, sendAt: z.int().min(0).max(8_640_000_000_000), evenIfWritten: z.boolean() };
const nothing = z.strictObject({}).nullish();

const base = '/api/v1/conversations/:id';

export function composerRoutes(c: Conversations): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/drafts`,
      may: 'conversations.read',
      summary: 'What I was writing here, on any machine',
      params: id,
      handle: ({ person, params }) => readDrafts(c, person, params.id),
    }),
    route({
      method: 'PUT',
      path: `${base}/drafts/:writing`,
      may: 'conversations.read',
      summary: 'Keep what I am writing; 409 where another machine of mine kept newer words',
      params: writing,
      body: draft,
      handle: ({ person, params, body }) => saveDraft(c, person, params.id, params.writing, body),
    }),
    route({
      method: 'POST',
      path: `${base}/scheduled`,
      may: 'conversations.reply',
      summary: 'Send a reply later; it is judged now and again when it leaves',
      params: id,
      body: z.strictObject({ clientId, ...later }),
      status: 201,
      handle: ({ person, params, body }) => scheduleReply(c, person, params.id, body),
    }),
    route({
      method: 'PUT',
      path: `${base}/scheduled/:scheduledId`,
      may: 'conversations.reply',
      summary: 'Change what leaves later, or when; by its author',
      params: scheduled,
      body: z.strictObject(later),
      handle: ({ person, params, body }) => changeScheduled(c, person, params.id, params.scheduledId, body),
    }),
    route({
      method: 'POST',
      path: `${base}/scheduled/:scheduledId/cancel`,
      may: 'conversations.reply',
      summary: 'Take a scheduled reply back',
      params: scheduled,
      body: nothing,
      handle: ({ person, params }) => cancelScheduled(c, person, params.id, params.scheduledId),
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/returned',
      may: 'conversations.reply',
      summary: 'Scheduled replies of mine that could not leave',
      handle: ({ person }) => listReturned(c, person),
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/returned/:scheduledId/noticed',
      may: 'conversations.reply',
      summary: 'I have seen that it came back',
      params: returned,
      body: nothing,
      handle: ({ person, params }) => noticeReturned(c, person, params.scheduledId),
    }),
  ];
}
