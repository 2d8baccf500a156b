/** The conversations' routes, and who may call each. */
import { z } from 'zod';
import { groups } from '../../../core/team/roles.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { clientId, said, saysSomething, seq, words } from '../../platform/sockets/frames.ts';
import { acknowledgeAlert } from './alerts.ts';
import { contestFinding } from './contest.ts';
import type { Conversations } from './context.ts';
import { readCustomerFacts, unmaskContacts } from './customer-data.ts';
import { holdReply, refuseHold, releaseHold, withdrawHold } from './holds.ts';
import { markReadByAgent } from './mark-read.ts';
import { markReviewed } from './mark-reviewed.ts';
import { addNote } from './notes.ts';
import { assign, claim, resolve, takeOver, transfer } from './ownership.ts';
import { composerRoutes } from './composer-routes.ts';
import { readOlder, readThread } from './read-thread.ts';
import { sendReply } from './send-reply.ts';
import { settleFinding } from './verdicts.ts';

const id = z.strictObject({ id: z.uuid() });
const hold = z.strictObject({ id: z.uuid(), holdId: z.uuid() });
const finding = z.strictObject({ findingId: z.uuid() });
const judgement = z.strictObject({ verdict: z.enum(['right', 'wrong']), reason: words });
const episode = z.strictObject({ episodeId: z.uuid() });
const alert = z.strictObject({ alertId: z.uuid() });
const older = z.strictObject({
  before: z.coerce.number().pipe(seq.min(1)),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
});
const held = saysSomething(z.strictObject({ clientId, ...said }));
const reply = saysSomething(z.strictObject({ clientId, ...said, seen: seq.optional() }));
const text = z.strictObject({ text: words });
const reason = z.strictObject({ reason: words });
const release = z.strictObject({ verdict: z.enum(['wrong', 'risk-taken', 'own-reason']), reason: words });
const upTo = z.strictObject({ upTo: seq });
const agent = z.strictObject({ agentId: z.uuid() });
const destination = z.union([
  z.strictObject({ agentId: z.uuid(), note: words }),
  z.strictObject({ group: z.enum(groups), note: words }),
]);
const field = z.strictObject({ field: z.enum(['phone', 'address', 'order']) });
const nothing = z.strictObject({}).nullish();

const base = '/api/v1/conversations';

export function conversationRoutes(conversations: Conversations): Route[] {
  const c = conversations;
  return [
    route({
      method: 'GET',
      path: `${base}/:id`,
      may: 'conversations.read',
      summary: 'A conversation with its newest messages',
      params: id,
      handle: ({ person, params }) => readThread(c, person, params.id),
    }),
    route({
      method: 'GET',
      path: `${base}/:id/messages`,
      may: 'conversations.read',
      summary: 'Older messages',
      params: id,
      query: older,
      handle: ({ person, params, query }) => readOlder(c, person, params.id, query),
    }),
    route({
      method: 'GET',
      path: `${base}/:id/facts`,
      may: 'conversations.reply',
      summary: 'What the composer judges by; for the assignee',
      params: id,
      handle: ({ person, params }) => readCustomerFacts(c, person, params.id),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/messages`,
      may: 'conversations.reply',
      summary:
        'Send a reply; 422 where the standard blocks it, 409 where somebody wrote what the sender has not seen',
      params: id,
      body: reply,
      status: 201,
      handle: ({ person, params, body }) => sendReply(c, person, params.id, body),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/read`,
      may: 'conversations.read',
      summary: 'Mark as read up to a message',
      params: id,
      body: upTo,
      handle: ({ person, params, body }) => markReadByAgent(c, person, params.id, body.upTo),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/claim`,
      may: 'conversations.claim',
      summary: 'Take a waiting conversation',
      params: id,
      body: nothing,
      handle: ({ person, params }) => claim(c, person, params.id),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/assign`,
      may: 'conversations.assign',
      summary: 'Give it to an agent',
      params: id,
      body: agent,
      handle: ({ person, params, body }) => assign(c, person, params.id, body.agentId),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/transfer`,
      may: 'conversations.transfer',
      summary: 'Hand it over with a note',
      params: id,
      body: destination,
      handle: ({ person, params, body }) =>
        transfer(
          c,
          person,
          params.id,
          'agentId' in body ? { agentId: body.agentId } : { group: body.group },
          body.note,
        ),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/take-over`,
      may: 'conversations.take-over',
      summary: 'Take it from whoever has it',
      params: id,
      body: nothing,
      handle: ({ person, params }) => takeOver(c, person, params.id),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/resolve`,
      may: 'conversations.resolve',
      summary: 'Close the episode',
      params: id,
      body: nothing,
      handle: ({ person, params }) => resolve(c, person, params.id),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/notes`,
      may: 'conversations.note',
      summary: 'Add a private note',
      params: id,
      body: text,
      handle: ({ person, params, body }) => addNote(c, person, params.id, 'note', body.text),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/whispers`,
      may: 'conversations.whisper',
      summary: 'Whisper to the agent',
      params: id,
      body: text,
      handle: ({ person, params, body }) => addNote(c, person, params.id, 'whisper', body.text),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/unmask`,
      may: 'customers.unmask',
      summary: 'Show personal data; written down',
      params: id,
      body: field,
      handle: ({ person, params, body }) => unmaskContacts(c, person, params.id, body.field),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/holds`,
      may: 'conversations.reply',
      summary: 'Ask a supervisor to release a blocked reply',
      params: id,
      body: held,
      status: 201,
      handle: ({ person, params, body }) => holdReply(c, person, params.id, body),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/holds/:holdId/release`,
      may: 'conversations.reply',
      summary: "Release a held reply: a supervisor, or the agent's own reason",
      params: hold,
      body: release,
      status: 201,
      handle: ({ person, params, body }) => releaseHold(c, person, params.id, params.holdId, body),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/holds/:holdId/refuse`,
      may: 'findings.override',
      summary: 'Refuse a held reply',
      params: hold,
      body: reason,
      handle: ({ person, params, body }) => refuseHold(c, person, params.id, params.holdId, body.reason),
    }),
    route({
      method: 'POST',
      path: `${base}/:id/holds/:holdId/withdraw`,
      may: 'conversations.reply',
      summary: 'Withdraw a held reply',
      params: hold,
      body: nothing,
      handle: ({ person, params }) => withdrawHold(c, person, params.id, params.holdId),
    }),
    route({
      method: 'POST',
      path: '/api/v1/findings/:findingId/verdict',
      may: 'findings.judge',
      summary: 'Confirm or reject a finding; a rejected one no longer counts in the score',
      params: finding,
      body: judgement,
      handle: ({ person, params, body }) => settleFinding(c, person, params.findingId, body),
    }),
    route({
      method: 'POST',
      path: '/api/v1/findings/:findingId/contest',
      may: 'findings.contest',
      summary: 'Say that a finding on one’s own service is wrong; a reviewer answers',
      params: finding,
      body: reason,
      handle: ({ person, params, body }) => contestFinding(c, person, params.findingId, body.reason),
    }),
    route({
      method: 'POST',
      path: '/api/v1/episodes/:episodeId/review',
      may: 'findings.judge',
      summary: 'Mark a scored episode as reviewed',
      params: episode,
      body: nothing,
      handle: ({ person, params }) => markReviewed(c, person, params.episodeId),
    }),
    route({
      method: 'POST',
      path: '/api/v1/alerts/:alertId/acknowledge',
      may: 'alerts.acknowledge',
      summary: 'Take notice of an alert',
      params: alert,
      body: nothing,
      handle: ({ person, params }) => acknowledgeAlert(c, person, params.alertId),
    }),
    ...composerRoutes(c),
  ];
}
