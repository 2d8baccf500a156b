/** Which pages may speak for a shop: those it lists, and the desk's own. */
import type { FastifyReply } from 'fastify';
import { refuse } from '../../../core/refusal.ts';
import { isSameOrigin } from '../../platform/http/server.ts';
import type { Shops } from '../team/index.ts';

export interface OriginCheck {
  /** Answers with the header the browser asks for, or refuses. */
  allow(slug: string, headers: { origin?: string; host?: string }, reply: FastifyReply): Promise<void>;
  isAllowed(shopId: string, headers: { origin?: string; host?: string }): Promise<boolean>;
  /** A preflight carries no shop: any page of any shop here may ask, and is answered for real afterwards. */
  isKnown(origin: string): Promise<boolean>;
}

export function originCheck(shops: Shops): OriginCheck {
  return {
    async allow(slug, headers, reply) {
      const { origin } = headers;
      if (origin === undefined) return; // no browser
      reply.header('vary', 'origin');
      const shop = await shops.bySlug(slug);
      if (!shop) refuse({ code: 'not-found', what: 'shop' });
      if (!isSameOrigin(origin, headers.host) && !shop.settings.widget.origins.includes(origin)) {
        refuse({ code: 'forbidden', permission: 'origin' });
      }
      reply.header('access-control-allow-origin', origin);
    },
    async isAllowed(shopId, { origin, host }) {
      if (origin === undefined || isSameOrigin(origin, host)) return true;
      return (await shops.get(shopId)).settings.widget.origins.includes(origin);
    },
    async isKnown(origin) {
      const all = await Promise.all((await shops.ids()).map((id) => shops.get(id)));
      return all.some((shop) => shop.settings.widget.origins.includes(origin));
    },
  };
}
