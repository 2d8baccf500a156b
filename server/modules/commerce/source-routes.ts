/** Settings → Sources, and the door that connected systems call at. */
import { z } from 'zod';
import { sourceKinds } from '../../../core/commerce/source-api.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { networkOf } from '../../platform/http/rate-limit.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line } from '../../platform/sockets/frames.ts';
import type { Sources } from './sources/context.ts';
import {
  changeSource,
  connectSource,
  listSources,
  pullNow,
  removeSource,
  testSource,
  writesOf,
} from './sources/keep-source.ts';
import { takeDelivery } from './sources/take-delivery.ts';

const id = z.strictObject({ sourceId: z.uuid() });
const keys = z.record(z.string().max(40), z.string().max(300));
const address = line(300).regex(/\S/);

export function sourceRoutes(sources: Sources, limit: RateLimit): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/sources',
      may: 'sources.manage',
      summary: 'The connected shop systems and how they stand; no keys',
      handle: ({ person }) => listSources(sources, person.shopId),
    }),
    route({
      method: 'POST',
      path: '/api/v1/sources',
      may: 'sources.manage',
      summary: 'Connect a shop system; it is asked first, and refused where it does not answer',
      body: z.strictObject({ kind: z.enum(sourceKinds), address, keys }),
      status: 201,
      handle({ person, body }) {
        limit.take(person.shopId);
        return connectSource(sources, person, body);
      },
    }),
    route({
      method: 'PUT',
      path: '/api/v1/sources/:sourceId',
      may: 'sources.manage',
      summary: 'Change its address or some of its keys, pause it or go on',
      params: id,
      body: z.strictObject({
        address: address.optional(),
        keys: keys.optional(),
        state: z.enum(['on', 'paused']).optional(),
      }),
      handle({ person, params, body }) {
        limit.take(person.shopId);
        return changeSource(sources, person, params.sourceId, body);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/sources/:sourceId/test',
      may: 'sources.manage',
      summary: 'Ask it now whether its address and keys are good',
      params: id,
      handle({ person, params }) {
        limit.take(person.shopId);
        return testSource(sources, person.shopId, params.sourceId);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/sources/:sourceId/pull',
      may: 'sources.manage',
      summary: 'Read it now: what is new, or everything once more',
      params: id,
      body: z.strictObject({ whole: z.boolean() }),
      handle: ({ person, params, body }) => pullNow(sources, person.shopId, params.sourceId, body.whole),
    }),
    route({
      method: 'GET',
      path: '/api/v1/sources/:sourceId/changes',
      may: 'sources.manage',
      summary: 'Who connected or changed it, newest first',
      params: id,
      handle: ({ person, params }) => writesOf(sources, person.shopId, params.sourceId),
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/sources/:sourceId',
      may: 'sources.manage',
      summary: 'Disconnect it; its orders stay',
      params: id,
      handle: ({ person, params }) => removeSource(sources, person, params.sourceId),
    }),
  ];
}

/** Served apart: the signature is over the bytes of the body. */
export function hookRoutes(sources: Sources, limit: RateLimit): Route[] {
  return [
    route({
      method: 'POST',
      path: '/hooks/:shop/:sourceId',
      may: 'public',
      summary: 'A call of a connected shop system, signed by it',
      params: z.strictObject({ shop: z.string().max(60), sourceId: z.uuid() }),
      handle({ params, request }) {
        limit.take(networkOf(request.ip));
        const { shop: slug, sourceId } = params;
        const { headers } = request;
        return takeDelivery(sources, { slug, sourceId, headers, body: request.body as Buffer });
      },
    }),
  ];
}
