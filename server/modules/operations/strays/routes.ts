/** Parcels that fit no order: booked in, listed, tied to an order later, or given up. */
import { z } from 'zod';
import type { StrayParcel } from '../../../../core/commerce/stray-api.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { inShop, snapshotOfShop } from '../../../platform/database/pool.ts';
import type { Route } from '../../../platform/http/routes.ts';
import { route } from '../../../platform/http/routes.ts';
import { line } from '../../../platform/sockets/frames.ts';
import type { Operations } from '../context.ts';
import * as shapes from '../schemas.ts';
import { readOperation } from '../view.ts';
import { bookStray } from './book.ts';
import { giveUpStray, tieStray } from './end.ts';
import { readStray, readStrays } from './read.ts';

const base = '/api/v1/stray-parcels';
const ofOne = z.strictObject({ parcelId: z.uuid() });

export function strayRoutes(operations: Operations): Route[] {
  const { pool, vault } = operations.conversations;
  const then = async (person: Person, parcelId: string): Promise<StrayParcel> =>
    inShop(pool, person.shopId, (tx) => readStray(tx, vault, person.shopId, parcelId));
  return [
    route({
      method: 'POST',
      path: base,
      may: 'parcels.book-in',
      summary: 'Book in a parcel that fits no order',
      body: shapes.straying,
      status: 201,
      handle: async ({ person, body }) => then(person, await bookStray(operations, person, body)),
    }),
    route({
      method: 'GET',
      path: base,
      may: 'parcels.book-in',
      summary: 'Parcels that wait for their order, or have found it',
      query: z.strictObject({ show: z.enum(['waiting', 'ended']), after: line(80).optional() }),
      handle: ({ person: { shopId }, query }) =>
        snapshotOfShop(pool, shopId, (tx) => readStrays(tx, vault, shopId, query.show, query.after ?? null)),
    }),
    route({
      method: 'POST',
      path: `${base}/:parcelId/tie`,
      may: 'parcels.book-in',
      summary: 'Its order is known: it is booked in for it, and compared as any other',
      params: ofOne,
      body: shapes.tying,
      async handle({ person, params, body }) {
        const operationId = await tieStray(operations, person, params.parcelId, body);
        return readOperation(operations, person, operationId);
      },
    }),
    route({
      method: 'POST',
      path: `${base}/:parcelId/give-up`,
      may: 'parcels.book-in',
      summary: 'It will find no order: what became of it',
      params: ofOne,
      body: shapes.undoing,
      async handle({ person, params, body }) {
        await giveUpStray(operations, person, params.parcelId, body.words);
        return then(person, params.parcelId);
      },
    }),
  ];
}
