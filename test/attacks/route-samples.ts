/** For each route a call that would do its work, for the tests that walk them all. */
import { z } from 'zod';
import { standardSettings } from '../../core/standard/settings.ts';
import type { Route } from '../../server/platform/http/routes.ts';
import { password } from '../shops.ts';
import { commerceSamples } from './commerce-samples.ts';
import type { Named, Sample } from './sample.ts';
import { announced, base, text } from './sample.ts';

const reply = () => [{ clientId: 'sample-0001', text }];
const later = { text, sendAt: Date.now() + 3_600_000, evenIfWritten: false };
const none = () => [{}];
const token = 'no such token';
const customer = `${base}/:id/customer`;
const nobody = '00000000-0000-4000-8000-000000000000';
const details = { name: '新同事', workNumber: '2001', role: 'agent', groups: ['pre-sales'], capacity: 5 };
const people = '/api/v1/people';

const samples: Record<string, Sample> = {
  ...commerceSamples,
  'GET /healthz': {},
  'GET /api/v1/openapi.json': {},
  'POST /api/v1/auth/sign-in': {
    bodies: ({ account }) => [
      { account, password },
      { account, password, code: '123456' },
    ],
  },
  'POST /api/v1/auth/sign-out': { bodies: none },
  'GET /api/v1/me': {},
  'PUT /api/v1/me/lang': { bodies: () => [{ lang: 'en' }] },
  'PUT /api/v1/me/undo-time': { bodies: () => [{ seconds: 5 }, { seconds: null }] },
  'PUT /api/v1/shop/undo-time': { bodies: () => [{ seconds: 5 }] },
  'GET /api/v1/me/sessions': {},
  'DELETE /api/v1/me/sessions/:sessionId': {},
  'GET /api/v1/agents': {},
  'GET /api/v1/me/security': {},
  'POST /api/v1/me/password': { bodies: () => [{ currentPassword: 'not it', password }] },
  'POST /api/v1/me/second-step': { bodies: () => [{ currentPassword: 'not it' }] },
  'POST /api/v1/me/second-step/confirm': { bodies: () => [{ code: '123456' }] },
  'POST /api/v1/me/second-step/remove': { bodies: () => [{ currentPassword: 'not it' }] },
  'POST /api/v1/auth/invitations/open': { bodies: () => [{ token }] },
  'POST /api/v1/auth/invitations/accept': { bodies: () => [{ token, password }] },
  'POST /api/v1/auth/resets/open': { bodies: () => [{ token }] },
  'POST /api/v1/auth/resets/use': { bodies: () => [{ token, password }] },
  'POST /api/v1/auth/set-up/open': { bodies: () => [{ token }] },
  'POST /api/v1/auth/set-up/use': {
    bodies: () => [
      { token, password, shopName: '店', slug: 'another', name: '店主', login: 'owner', lang: 'zh' },
    ],
  },
  [`GET ${people}`]: {},
  [`POST ${people}/invitations`]: { bodies: () => [{ login: 'new', ...details }] },
  [`POST ${people}/invitations/:invitationId/renew`]: { bodies: none },
  [`DELETE ${people}/invitations/:invitationId`]: {},
  [`PUT ${people}/:agentId`]: { bodies: () => [details] },
  [`GET ${people}/:agentId/changes`]: {},
  [`POST ${people}/:agentId/close`]: { bodies: none },
  [`POST ${people}/:agentId/reopen`]: { bodies: none },
  [`POST ${people}/:agentId/sign-out`]: { bodies: none },
  [`POST ${people}/:agentId/reset-link`]: { bodies: none },
  [`POST ${people}/:agentId/second-step/remove`]: { bodies: none },
  'GET /api/v1/hours': {},
  'PUT /api/v1/hours': { bodies: () => [{ hours: 'always', basedOn: 0 }] },
  [`GET ${base}`]: { query: '?view=all' },
  [`GET ${base}/:id`]: {},
  [`GET ${base}/:id/messages`]: { query: '?before=9' },
  [`GET ${base}/:id/facts`]: {},
  [`POST ${base}/:id/messages`]: {
    bodies: ({ attachmentId }) => [
      ...reply(),
      { ...reply()[0], attachmentId },
      { ...reply()[0], quotes: 1 },
      { ...reply()[0], seen: 9 },
      { ...reply()[0], attachmentId, quotes: 1 },
    ],
  },
  [`POST ${base}/:id/uploads`]: { bodies: announced },
  [`GET ${base}/:id/files/:attachmentId`]: {},
  'PUT /api/v1/uploads/:attachmentId': {},
  'POST /widget/v1/uploads': { bodies: announced },
  'GET /widget/v1/files/:attachmentId': {},
  'PUT /widget/v1/uploads/:attachmentId': {},
  [`GET ${base}/:id/drafts`]: {},
  [`PUT ${base}/:id/drafts/:writing`]: { bodies: () => [{ text, basedOn: null }] },
  [`POST ${base}/:id/scheduled`]: { bodies: () => [{ clientId: 'sample-0002', ...later }] },
  [`PUT ${base}/:id/scheduled/:scheduledId`]: { bodies: () => [later] },
  [`POST ${base}/:id/scheduled/:scheduledId/cancel`]: { bodies: none },
  'GET /api/v1/me/returned': {},
  'POST /api/v1/me/returned/:scheduledId/noticed': { bodies: none },
  [`POST ${base}/:id/read`]: { bodies: () => [{ upTo: 1 }] },
  [`POST ${base}/:id/claim`]: { bodies: none },
  [`POST ${base}/:id/assign`]: { bodies: ({ agentId }) => [{ agentId }] },
  [`POST ${base}/:id/transfer`]: {
    bodies: ({ agentId }) => [
      { agentId, note: text },
      { group: 'pre-sales', note: text },
    ],
  },
  [`POST ${base}/:id/take-over`]: { bodies: none },
  [`POST ${base}/:id/resolve`]: { bodies: none },
  [`POST ${base}/:id/notes`]: { bodies: () => [{ text }] },
  [`POST ${base}/:id/whispers`]: { bodies: () => [{ text }] },
  [`POST ${base}/:id/unmask`]: { bodies: () => [{ field: 'phone' }] },
  [`POST ${base}/:id/holds`]: {
    bodies: ({ attachmentId }) => [...reply(), { ...reply()[0], attachmentId }, { ...reply()[0], quotes: 1 }],
  },
  [`POST ${base}/:id/holds/:holdId/release`]: { bodies: () => [{ verdict: 'wrong', reason: text }] },
  [`POST ${base}/:id/holds/:holdId/refuse`]: { bodies: () => [{ reason: text }] },
  [`POST ${base}/:id/holds/:holdId/withdraw`]: { bodies: none },
  [`POST ${base}/:id/snooze`]: { bodies: () => [{ until: null }] },
  [`POST ${base}/:id/wake`]: { bodies: none },
  [`GET ${base}/:id/same-customer`]: {},
  [`POST ${base}/:id/merge`]: { bodies: ({ holdId }) => [{ into: holdId }] },
  [`GET ${customer}`]: {},
  [`PUT ${customer}/name`]: { bodies: () => [{ name: '王小姐' }, { name: null }] },
  [`POST ${customer}/tags`]: { bodies: ({ tagId }) => [{ add: [tagId], remove: [] }] },
  [`PUT ${customer}/fields/:fieldId`]: { bodies: () => [{ value: '金卡' }, { value: null }] },
  [`POST ${customer}/fields/:fieldId/unmask`]: { bodies: none },
  [`POST ${customer}/consents`]: { bodies: () => [{ channel: 'sms', state: 'given', how: 'in-chat' }] },
  [`POST ${customer}/notes`]: { bodies: () => [{ text }] },
  [`DELETE ${customer}/notes/:noteId`]: {},
  [`GET ${customer}/doubles`]: {},
  [`GET ${customer}/merge`]: { query: `?other=${nobody}&keep=this` },
  [`POST ${customer}/merge`]: {
    bodies: () => [{ other: nobody, keep: 'other', take: ['name'], reason: text }],
  },
  [`POST ${customer}/erase`]: { bodies: () => [{ confirm: '王女士', reason: 'customer-asked' }] },
  'GET /api/v1/tags': {},
  'POST /api/v1/tags': { bodies: () => [{ name: '样例', colour: 'teal' }] },
  'PUT /api/v1/tags/:tagId': { bodies: () => [{ name: '样例', colour: 'teal', archived: true }] },
  'GET /api/v1/customer-fields': {},
  'POST /api/v1/customer-fields': {
    bodies: () => [{ name: '样例', kind: 'choice', choices: ['甲', '乙'], personal: false }],
  },
  'PUT /api/v1/customer-fields': { bodies: ({ fieldId }) => [{ order: [fieldId] }] },
  'PUT /api/v1/customer-fields/:fieldId': { bodies: () => [{ name: '样例', choices: [], archived: true }] },
  'POST /api/v1/bulk/assign': { bodies: ({ id, agentId }) => [{ conversationIds: [id], agentId }] },
  'POST /api/v1/bulk/snooze': {
    bodies: ({ id }) => [null, Date.UTC(2100, 0)].map((until) => ({ conversationIds: [id], until })),
  },
  'POST /api/v1/bulk/resolve': { bodies: ({ id }) => [{ conversationIds: [id] }] },
  'GET /api/v1/me/views': {},
  'POST /api/v1/me/views': { bodies: () => [{ name: '样例', view: 'all', filter: {} }] },
  'PUT /api/v1/me/views/:viewId': { bodies: () => [{ name: '样例二', view: 'all', filter: {} }] },
  'DELETE /api/v1/me/views/:viewId': {},
  'GET /api/v1/settings/auto-close': {},
  'PUT /api/v1/settings/auto-close': {
    bodies: () => [{ autoClose: { afterMinutes: 30, warnMinutes: 5 } }, { autoClose: null }],
  },
  'POST /api/v1/alerts/:alertId/acknowledge': { bodies: none },
  'POST /api/v1/findings/:findingId/verdict': { bodies: () => [{ verdict: 'wrong', reason: text }] },
  'POST /api/v1/findings/:findingId/contest': { bodies: () => [{ reason: text }] },
  'POST /api/v1/episodes/:episodeId/review': { bodies: none },
  'GET /api/v1/quality': {},
  'GET /api/v1/quality/episodes': { query: '?said=standing&kind=fault' },
  'GET /api/v1/quality/episodes.csv': {},
  'GET /api/v1/quality/review': { query: '?reason=contested' },
  'GET /api/v1/standard': {},
  'GET /api/v1/standard/versions/:version': {},
  'POST /api/v1/standard': { bodies: () => [{ settings: standardSettings, basedOn: 0, note: text }] },
  'POST /api/v1/standard/preview': {
    bodies: () => [
      { settings: standardSettings, lastN: 10 },
      { settings: standardSettings, lastN: 10, after: text },
    ],
  },
  'POST /api/v1/standard/try': {
    bodies: ({ id }) => [
      { conversation: { id: 'a', lang: 'zh', channel: 'chat', turns: [] }, rulesOff: [] },
      { conversationId: id, rulesOff: [] },
    ],
  },
  'GET /api/v1/standard/rules': {},
  'GET /api/v1/standard/rules/:rule/page': {},
  'POST /api/v1/standard/rules/:rule/restore': { bodies: () => [{ reason: text }] },
  'GET /api/v1/standard/cases': {},
  'POST /api/v1/standard/cases': {
    bodies: ({ id, rule }) => [{ conversationId: id, messageSeq: 1, rule }],
  },
  'POST /api/v1/standard/cases/pasted': {
    bodies: ({ rule }) => [
      {
        conversation: { id: 'a', lang: 'zh', channel: 'chat', turns: [{ from: 'agent', text }] },
        marks: [{ turn: 0, rule, verdict: 'missed' }],
      },
    ],
  },
  'POST /api/v1/search': {
    bodies: ({ id, agentId, rule }) => [
      { q: '红疹' },
      { q: '红疹', by: agentId, rule, conversation: id, from: 0, to: 9, limit: 9 },
      { q: '红疹', scoreFrom: 0, scoreTo: 100, after: `9_${id}_message_1` },
    ],
  },
  'GET /api/v1/wall': {},
  'POST /widget/v1/sessions': {
    bodies: ({ slug }) => [{ shop: slug, visitorToken: 'none', identityToken: 'none', lang: 'zh-TW' }],
  },
  'GET /widget/v1/messages': { query: '?before=9' },
  'GET /widget/v1/looks/:shop': {},
  'POST /widget/v1/ratings': {
    bodies: () => [
      { episode: 1, stars: 5, word: text },
      { episode: 1, stars: 5 },
    ],
  },
  'GET /widget/v1/orders': {},
  'POST /widget/v1/cards': { bodies: ({ orderId }) => [{ orderId }] },
  'GET /widget/v1/transcript': { query: '?lang=zh-CN' },
  'GET /api/v1/widget-settings': {},
  'PUT /api/v1/widget-settings': {
    bodies: () => [
      {
        greeting: { zh: text, en: 'Hello', 'zh-TW': text },
        topics: [],
        origins: ['https://shop.example'],
        look: { colour: '#17484d', name: null, side: 'right' },
        revision: 'none',
      },
    ],
  },
  'POST /api/v1/widget-keys': { bodies: () => [{ keyId: 'sample-1' }] },
  'DELETE /api/v1/widget-keys/:keyId': {},
};

export interface Sampled {
  /** As the table writes it. */
  name: string;
  route: Route;
  /** With the ids filled in. */
  path: string;
  /** One for each shape that the body may have; empty: it has none. */
  bodies: Record<string, unknown>[];
}

/** Throws where a route has no sample, or one that its own schema refuses: a new route is walked too, or the tests fail. */
export function sampled(routes: Route[], named: Named): Sampled[] {
  return routes.map((route) => {
    const name = `${route.method} ${route.path}`;
    const sample = samples[name];
    if (!sample) throw new Error(`${name} has no sample in test/attacks/*-samples.ts`);
    const path = route.path.replaceAll(/:(\w+)/g, (_, param: string) => {
      const value = (named as unknown as Record<string, string>)[param];
      if (!value) throw new Error(`${name}: no sample of :${param}`);
      return value;
    });
    const bodies = sample.bodies?.(named) ?? [];
    if (Boolean(route.body) !== bodies.length > 0) throw new Error(`${name}: body and sample don't agree`);
    for (const body of bodies) route.body!.parse(body);
    const fields = route.body instanceof z.ZodObject ? Object.keys(route.body.shape) : [];
    for (const field of fields)
      if (!bodies.some((body) => field in body)) throw new Error(`${name}: no sample of the field ${field}`);
    return { name, route, path: path + (sample.query ?? ''), bodies };
  });
}
