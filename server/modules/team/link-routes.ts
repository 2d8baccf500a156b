/** The doors that a link opens once, for whoever holds it: joining, a new password, the first administrator. */
import { z } from 'zod';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { networkOf } from '../../platform/http/rate-limit.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { login, password, personName, shopName, slug, token } from './fields.ts';
import { acceptInvitation, openInvitation } from './invitations.ts';
import type { Managing } from './context.ts';
import { openReset, useReset } from './password-resets.ts';
import { requireSetUpToken, setUpShop } from './set-up.ts';
import type { SettingUp } from './set-up.ts';

const link = z.strictObject({ token });
const using = z.strictObject({ token, password });
const setUp = z.strictObject({
  token,
  shopName,
  slug,
  name: personName,
  login,
  password,
  lang: z.enum(['zh', 'en']),
});
const base = '/api/v1/auth';

export interface Links extends Managing, SettingUp {
  /** Tries at links, by address. */
  linkLimit: RateLimit;
}

export function linkRoutes(links: Links): Route[] {
  const door = <Body extends z.ZodType>(
    path: string,
    summary: string,
    body: Body,
    handle: (body: z.output<Body>) => Promise<unknown>,
  ) =>
    route({
      method: 'POST',
      path: `${base}/${path}`,
      may: 'public',
      summary,
      body,
      async handle({ body: given, request, reply }) {
        links.linkLimit.take(networkOf(request.ip));
        reply.header('cache-control', 'no-store');
        return handle(given as z.output<Body>);
      },
    });
  return [
    door('invitations/open', 'For whom an invitation is', link, (body) => openInvitation(links, body.token)),
    door('invitations/accept', 'Join with a password of one’s own; works once', using, (body) =>
      acceptInvitation(links, body.token, body.password),
    ),
    door('resets/open', 'For whom a link for a new password is', link, (body) =>
      openReset(links, body.token),
    ),
    door('resets/use', 'Set a new password; works once, and ends all sessions', using, (body) =>
      useReset(links, body.token, body.password),
    ),
    door('set-up/open', 'Whether the set-up link still works', link, (body) =>
      requireSetUpToken(links, body.token),
    ),
    door('set-up/use', 'Make the shop and its first administrator; works once', setUp, (body) =>
      setUpShop(links, body),
    ),
  ];
}
