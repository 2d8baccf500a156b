/** Photos of parcels: taken by whoever books in, seen by whoever may see the order. Files like any other, which belong to the order. */
import { z } from 'zod';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { bytesOf } from '../../platform/http/uploads.ts';
import { announcedFile, beginUpload, finishUpload, serveFile, uploadId } from '../conversations/index.ts';
import type { Operations } from './context.ts';

const ofOrder = z.strictObject({ orderId: z.uuid() });
const photo = z.strictObject({ orderId: z.uuid(), attachmentId: z.uuid() });

/** `limit`: files by one person. */
export function photoRoutes({ conversations }: Operations, limit: RateLimit): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/v1/orders/:orderId/photos',
      may: 'parcels.book-in',
      summary: 'Announce a photo of a parcel; its bytes follow to the upload',
      params: ofOrder,
      body: announcedFile,
      status: 201,
      async handle({ person, params, body }) {
        limit.take(person.agentId);
        await requireOrder(conversations, person, params.orderId);
        return beginUpload(conversations, takerOf(person, params.orderId), body);
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/orders/:orderId/photos/:attachmentId',
      may: 'orders.read',
      summary: 'A photo of a parcel of the order',
      params: photo,
      async handle({ person, params, reply }) {
        await requireOrder(conversations, person, params.orderId);
        return serveFile(conversations, takerOf(person, params.orderId), params.attachmentId, reply);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/stray-photos',
      may: 'parcels.book-in',
      summary: 'Announce a photo of a parcel that fits no order; its bytes follow to the upload',
      body: announcedFile,
      status: 201,
      handle({ person, body }) {
        limit.take(person.agentId);
        return beginUpload(conversations, takerOf(person, person.shopId), body);
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/stray-photos/:attachmentId',
      may: 'parcels.book-in',
      summary: 'A photo of a parcel that fits no order, or of one that is being booked in',
      params: z.strictObject({ attachmentId: z.uuid() }),
      async handle({ person, params: { attachmentId }, reply }) {
        const place = await placeOfStray(conversations, person, attachmentId);
        return serveFile(conversations, takerOf(person, place), attachmentId, reply);
      },
    }),
  ];
}

/** Served apart: their bodies are streams. */
export function photoUploadRoutes({ conversations }: Operations): Route[] {
  return [
    route({
      method: 'PUT',
      path: '/api/v1/parcel-photos/:attachmentId',
      may: 'parcels.book-in',
      summary: 'The bytes of an announced photo, as application/octet-stream; by whoever announced it',
      params: uploadId,
      handle: ({ person: { shopId, agentId }, params, request }) =>
        finishUpload(conversations, { shopId, kind: 'agent', id: agentId }, params.attachmentId, () =>
          bytesOf(request),
        ),
    }),
  ];
}

/** A conversation's files are not shown by its id as if it were an order. */
async function requireOrder(
  { pool }: Operations['conversations'],
  { shopId }: Person,
  orderId: string,
): Promise<void> {
  const found = await inShop(pool, shopId, (tx) =>
    tx.query('select from orders where shop_id = $1 and order_id = $2', [shopId, orderId]),
  );
  if (found.length === 0) refuse({ code: 'not-found', what: 'order' });
}

/** Before it has an order a photo is the shop's own; one that had an order for a while stays where it was. */
async function placeOfStray(
  { pool }: Operations['conversations'],
  { shopId }: Person,
  attachmentId: string,
): Promise<string> {
  const [found] = await inShop(pool, shopId, (tx) =>
    tx.query<{ place: string }>(
      `select a.conversation_id as place from stray_parcels s
      join attachments a on a.shop_id = s.shop_id and a.attachment_id = any(s.photos)
      where s.shop_id = $1 and a.attachment_id = $2`,
      [shopId, attachmentId],
    ),
  );
  return found?.place ?? shopId;
}

const takerOf = ({ shopId, agentId }: Person, orderId: string) => ({
  shopId,
  conversationId: orderId,
  kind: 'agent' as const,
  id: agentId,
});
