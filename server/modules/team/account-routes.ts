/** One's own account: the password and the second step. */
import { z } from 'zod';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { setSessionCookie } from './cookie.ts';
import { password } from './fields.ts';
import type { Managing } from './context.ts';
import { changeOwnPassword, loginOf, requireOwnPassword } from './passwords.ts';
import type { SecondSteps } from './second-step.ts';
import { beginSecondStep, confirmSecondStep, readSecurity, removeOwnSecondStep } from './second-step.ts';

const own = z.strictObject({ currentPassword: password });
const base = '/api/v1/me';

export interface Account extends Managing, SecondSteps {
  /** Tries at one's own password: whoever found the desk unlocked has few. */
  passwordLimit: RateLimit;
}

export function accountRoutes(account: Account): Route[] {
  const { pool, shops, sessions, passwordLimit } = account;
  return [
    route({
      method: 'GET',
      path: `${base}/security`,
      may: 'signed-in',
      summary: 'Whether a second step is asked for, and how many recovery codes are left',
      handle: ({ person }) => readSecurity(account, person),
    }),
    route({
      method: 'POST',
      path: `${base}/password`,
      may: 'signed-in',
      summary: 'Change the password; all other sessions end, this one gets a new token',
      body: z.strictObject({ currentPassword: password, password }),
      async handle({ person, sessionId, body, request, reply }) {
        passwordLimit.take(person.agentId);
        await changeOwnPassword(account, person, sessionId, body);
        setSessionCookie(request, reply, await sessions.rotate(sessionId));
      },
    }),
    route({
      method: 'POST',
      path: `${base}/second-step`,
      may: 'signed-in',
      summary: 'Begin a second step: the key for an authenticator, told once',
      body: own,
      async handle({ person, body }) {
        passwordLimit.take(person.agentId);
        await requireOwnPassword(pool, person, body.currentPassword);
        const { slug } = await shops.get(person.shopId);
        return beginSecondStep(account, person, `${slug}:${await loginOf(pool, person)}`);
      },
    }),
    route({
      method: 'POST',
      path: `${base}/second-step/confirm`,
      may: 'signed-in',
      summary: 'Put the second step in force; recovery codes are told once',
      body: z.strictObject({ code: z.string().min(1).max(20) }),
      async handle({ person, sessionId, body, request, reply }) {
        const codes = await confirmSecondStep(account, person, sessionId, body.code);
        setSessionCookie(request, reply, await sessions.rotate(sessionId));
        return codes;
      },
    }),
    route({
      method: 'POST',
      path: `${base}/second-step/remove`,
      may: 'signed-in',
      summary: 'Turn off the second step',
      body: own,
      async handle({ person, body }) {
        passwordLimit.take(person.agentId);
        await requireOwnPassword(pool, person, body.currentPassword);
        await removeOwnSecondStep(account, person);
      },
    }),
  ];
}
