/** What a shop's standard does: tried, measured, looked at; and the cases that come of it. */
import { z } from 'zod';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { seq, words } from '../../platform/sockets/frames.ts';
import type { Conversations } from '../conversations/index.ts';
import { settingsSchema } from '../standard/index.ts';
import { addMissed, exportCases } from './cases.ts';
import { keepPasted } from './pasted-cases.ts';
import { previewSettings } from './preview.ts';
import { readStandings, restoreTeeth } from './rule-standings.ts';
import { readPage, tryConversation } from './try-conversation.ts';

const ruleId = z.string().max(60);
const rule = z.strictObject({ rule: ruleId });
const reason = z.strictObject({ reason: words });
const preview = z.strictObject({
  settings: settingsSchema,
  lastN: z.int().min(1).max(500),
  after: z.string().max(100).optional(),
});
const missed = z.strictObject({ conversationId: z.uuid(), messageSeq: seq.min(1), rule: ruleId });
const pasted = z.strictObject({
  conversation: z.record(z.string(), z.unknown()),
  marks: z
    .array(
      z.strictObject({
        turn: z.int().min(0).max(999),
        rule: ruleId,
        verdict: z.enum(['right', 'wrong', 'missed']),
      }),
    )
    .max(1000),
});
const trial = z.strictObject({
  conversation: z.record(z.string(), z.unknown()).optional(),
  conversationId: z.uuid().optional(),
  rulesOff: z.array(ruleId).max(200),
});

export function standardInsightRoutes(conversations: Conversations): Route[] {
  const c = conversations;
  return [
    route({
      method: 'POST',
      path: '/api/v1/standard/preview',
      may: 'standard.read',
      summary: 'What other settings would do to the last scored conversations',
      body: preview,
      handle: ({ person, body, request }) =>
        previewSettings(c, person, body, () => request.raw.socket.destroyed),
    }),
    route({
      method: 'POST',
      path: '/api/v1/standard/try',
      may: 'standard.read',
      summary: 'What the standard says to a conversation, pasted or of the shop',
      body: trial,
      handle: ({ person, body }) => tryConversation(c, person, body),
    }),
    route({
      method: 'GET',
      path: '/api/v1/standard/rules',
      wordless: true,
      may: 'standard.read',
      summary: 'Each rule: its weight in force, and how often people agreed with it',
      handle: ({ person }) => readStandings(c, person),
    }),
    route({
      method: 'GET',
      path: '/api/v1/standard/rules/:rule/page',
      wordless: true,
      may: 'signed-in',
      summary: "A rule's page, as Markdown",
      params: rule,
      async handle({ params, reply }) {
        reply.type('text/markdown; charset=utf-8');
        return readPage(params.rule);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/standard/rules/:rule/restore',
      may: 'standard.restore',
      summary: 'Somebody has looked at it: the rule stops messages again',
      params: rule,
      body: reason,
      handle: ({ person, params, body }) => restoreTeeth(c, person, params.rule as RuleId, body.reason),
    }),
    route({
      method: 'GET',
      path: '/api/v1/standard/cases',
      may: 'standard.read',
      summary: "The shop's case file, as JSON lines",
      async handle({ person, reply }) {
        reply.type('application/jsonl; charset=utf-8');
        reply.header('content-disposition', 'attachment; filename="cases.jsonl"');
        return exportCases(c, person);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/standard/cases',
      may: 'findings.judge',
      summary: 'Add what a rule should have found',
      body: missed,
      status: 201,
      handle: ({ person, body }) => addMissed(c, person, body),
    }),
    route({
      method: 'POST',
      path: '/api/v1/standard/cases/pasted',
      may: 'findings.judge',
      summary: 'What people say of a conversation brought along; without any marks it leaves the file',
      body: pasted,
      status: 201,
      handle: ({ person, body }) => keepPasted(c, person, body),
    }),
  ];
}
