/** The routes of the inbox: its lists, what is done to several at once, snoozing, merging. */
import { z } from 'zod';
import { inboxViews } from '../../../core/conversations/inbox.ts';
import { groups } from '../../../core/team/roles.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line } from '../../platform/sockets/frames.ts';
import { forEach } from './bulk.ts';
import type { Conversations } from './context.ts';
import { listInbox, usualPage } from './list-inbox.ts';
import { listSameCustomer, mergeInto } from './merge.ts';
import { assign, resolve } from './ownership.ts';
import { changeView, dropView, listViews, saveView } from './saved-views.ts';
import { snooze, wake } from './snooze.ts';

const view = z.enum(inboxViews);
const filter = {
  group: z.enum(groups).optional(),
  agentId: z.uuid().optional(),
  mood: z.enum(['calm', 'uneasy', 'dissatisfied', 'strong']).optional(),
  channel: z
    .string()
    .regex(/^[a-z-]{1,30}$/)
    .optional(),
  tag: z.uuid().optional(),
};
const page = z.strictObject({
  view,
  limit: z.coerce.number().int().min(1).max(100).default(usualPage),
  after: z.string().max(100).optional(),
  ...filter,
  unread: z.literal('true').optional(),
});
const savedView = z.strictObject({
  name: line(40)
    .regex(/\S/)
    .transform((name) => name.trim()),
  view,
  filter: z.strictObject({ ...filter, unread: z.literal(true).optional() }),
});
const id = z.strictObject({ id: z.uuid() });
const viewId = z.strictObject({ viewId: z.uuid() });
const nothing = z.strictObject({}).nullish();
/** Epoch milliseconds; null: until the customer writes. */
const until = z.int().min(0).max(8.64e15).nullable();
const several = z.array(z.uuid()).min(1).max(100);

const base = '/api/v1/conversations';

export function inboxRoutes(conversations: Conversations): Route[] {
  const c = conversations;
  return [
    route({
      method: 'GET',
      path: base,
      may: 'conversations.read',
      summary: 'A page of the inbox',
      query: page,
      handle: ({ person, query: { view: asked, limit, after, unread, ...rest } }) =>
        listInbox(c, person, {
          view: asked,
          limit,
          after,
          filter: { ...rest, ...(unread && { unread: true }) },
        }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/views',
      may: 'conversations.read',
      summary: 'My saved views',
      handle: ({ person }) => listViews(c, person),
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/views',
      may: 'conversations.read',
      summary: 'Save a view under a name',
      body: savedView,
      status: 201,
      handle: ({ person, body }) => saveView(c, person, body),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/me/views/:viewId',
      may: 'conversations.read',
      summary: 'Change one of my views',
      params: viewId,
      body: savedView,
      handle: ({ person, params, body }) => changeView(c, person, params.viewId, body),
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/me/views/:viewId',
      may: 'conversations.read',
      summary: 'Remove one of my views',
      params: viewId,
      handle: ({ person, params }) => dropView(c, person, params.viewId),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/snooze`,
      may: 'conversations.snooze',
      summary: 'Put it aside until a time, or until the customer writes',
      params: id,
      body: z.strictObject({ until }),
      handle: ({ person, params, body }) => snooze(c, person, params.id, body.until),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/wake`,
      may: 'conversations.snooze',
      summary: 'Take it back before its time',
      params: id,
      body: nothing,
      handle: ({ person, params }) => wake(c, person, params.id),
    }),
    route({
      method: 'GET',
      path: `${base}/:id/same-customer`,
      may: 'conversations.merge',
      summary: 'Other threads that may be the same customer’s',
      params: id,
      handle: ({ person, params }) => listSameCustomer(c, person, params.id),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/merge`,
      may: 'conversations.merge',
      summary: 'Merge it into another thread of the same customer',
      params: id,
      body: z.strictObject({ into: z.uuid() }),
      handle: ({ person, params, body }) => mergeInto(c, person, params.id, body.into),
    }),
    route({
      method: 'POST',
      path: '/api/v1/bulk/assign',
      may: 'conversations.assign',
      summary: 'Give several to an agent',
      body: z.strictObject({ conversationIds: several, agentId: z.uuid() }),
      handle: ({ person, body }) =>
        forEach(body.conversationIds, (one) => assign(c, person, one, body.agentId)),
    }),
    route({
      method: 'POST',
      path: '/api/v1/bulk/snooze',
      may: 'conversations.snooze',
      summary: 'Put several aside',
      body: z.strictObject({ conversationIds: several, until }),
      handle: ({ person, body }) =>
        forEach(body.conversationIds, (one) => snooze(c, person, one, body.until)),
    }),
    route({
      method: 'POST',
      path: '/api/v1/bulk/resolve',
      may: 'conversations.resolve',
      summary: 'Close several',
      body: z.strictObject({ conversationIds: several }),
      handle: ({ person, body }) => forEach(body.conversationIds, (one) => resolve(c, person, one)),
    }),
  ];
}
