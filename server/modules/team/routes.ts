/** Signing in and out, who I am, who else is here. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Me } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { WaitThresholds } from '../../../core/standard/waiting.ts';
import type { Permission } from '../../../core/team/roles.ts';
import { may, permissionNames } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { networkOf } from '../../platform/http/rate-limit.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line } from '../../platform/sockets/frames.ts';
import type { Account } from './account-routes.ts';
import { accountRoutes } from './account-routes.ts';
import { sessionCookie, setSessionCookie } from './cookie.ts';
import { hoursRoutes } from './hours.ts';
import type { Links } from './link-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { listColleagues } from './presence.ts';
import { requireSecondStep } from './second-step.ts';
import type { Session } from './sessions.ts';
import { accountParts, signIn } from './sign-in.ts';
import { undoTimeRoutes } from './undo-time.ts';

const credentials = z.strictObject({
  account: line(120).min(1),
  password: z.string().min(1).max(200),
  code: z.string().min(1).max(20).optional(),
});
const sessionId = z.strictObject({ sessionId: z.uuid() });
const lang = z.strictObject({ lang: z.enum(['zh', 'en']) });
const nothing = z.strictObject({}).nullish();

export interface Team extends Account, Links {
  /** The waits that the shop's standard sets now. */
  thresholds(shopId: string): Promise<WaitThresholds>;
  /** Tries at the password: few for one account, more from one address, where a whole office may sit. */
  signInLimits: { account: RateLimit; address: RateLimit };
  find(request: { cookies: Record<string, string | undefined> }): Promise<Session | null>;
}

export function teamRoutes(team: Team): Route[] {
  const { pool, shops, sessions, now, signInLimits } = team;
  return [
    ...undoTimeRoutes(team),
    route({
      method: 'POST',
      path: '/api/v1/auth/sign-in',
      may: 'public',
      summary: 'Sign in with account and password, and the code of the second step where there is one',
      body: credentials,
      async handle({ body: { account, password, code }, request, reply }) {
        // By address first, so that an address that has used up its tries can't use up those of accounts.
        signInLimits.address.take(networkOf(request.ip));
        // By what the account is, not by how it was typed.
        signInLimits.account.take(accountParts(account).join(':'));
        const person = await signIn(pool, shops, account, password);
        await requireSecondStep(team, person, code);
        // A new token at every sign-in: one that was planted or seen before is worth nothing.
        const before = await team.find(request);
        if (before) await sessions.end(before.person, before.sessionId);
        const { token, session } = await sessions.begin(person, request.headers['user-agent'] ?? null);
        setSessionCookie(request, reply, token);
        return me(team, session);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/auth/sign-out',
      may: 'signed-in',
      summary: 'End this session',
      body: nothing,
      async handle({ person, sessionId: own, reply }) {
        await sessions.end(person, own);
        reply.clearCookie(sessionCookie, { path: '/' });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/me',
      may: 'signed-in',
      summary: 'Who is signed in, and what they may do',
      handle: async ({ request }) => me(team, await own(team, request)),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/me/lang',
      may: 'signed-in',
      summary: 'The language of the desk',
      body: lang,
      async handle({ person, body }) {
        await inShop(pool, person.shopId, async (tx) =>
          tx.send('update agents set lang = $3 where shop_id = $1 and agent_id = $2', [
            person.shopId,
            person.agentId,
            body.lang,
          ]),
        );
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/sessions',
      may: 'signed-in',
      summary: 'Where I am signed in',
      handle: async ({ request }) => sessions.list(await own(team, request)),
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/me/sessions/:sessionId',
      may: 'signed-in',
      summary: 'End one of my sessions; its sockets close at once',
      params: sessionId,
      handle: ({ person, params }) => sessions.end(person, params.sessionId),
    }),
    route({
      method: 'GET',
      path: '/api/v1/agents',
      may: 'team.read',
      summary: 'Colleagues with presence and load',
      handle: ({ person }) => inShop(pool, person.shopId, (tx) => listColleagues(tx, person.shopId, now())),
    }),
    ...accountRoutes(team),
    ...linkRoutes(team),
    ...peopleRoutes(team),
    ...hoursRoutes(team),
  ];
}

/** Refuses where it was ended a moment ago. */
async function own(team: Team, request: FastifyRequest): Promise<Session> {
  return (await team.find(request)) ?? refuse({ code: 'unauthenticated' });
}

async function me({ pool, shops, thresholds }: Team, { person, expiresAt }: Session): Promise<Me> {
  const shop = await shops.get(person.shopId);
  const [row] = await inShop(pool, person.shopId, (tx) =>
    tx.query<{ login: string; lang: 'zh' | 'en'; undo_seconds: number | null }>(
      'select login, lang, undo_seconds from agents where shop_id = $1 and agent_id = $2',
      [person.shopId, person.agentId],
    ),
  );
  const { undoSeconds: shopUndoSeconds = 0 } = shop.settings;
  const ownUndoSeconds = row!.undo_seconds;
  return {
    ...person,
    account: `${shop.slug}:${row!.login}`,
    shopName: shop.name,
    lang: row!.lang,
    permissions: permissionNames.filter((permission: Permission) => may(person, permission)),
    hours: shop.settings.hours,
    undoSeconds: ownUndoSeconds ?? shopUndoSeconds,
    ownUndoSeconds,
    shopUndoSeconds,
    thresholds: await thresholds(person.shopId),
    expiresAt,
  };
}
