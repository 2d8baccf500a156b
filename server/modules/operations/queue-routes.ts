/** What waits: signatures, payments, parcels, sendings; and the books held against each other. */
import { z } from 'zod';
import type { OperationRow, Page } from '../../../core/commerce/operation-api.ts';
import type { Person } from '../../../core/team/roles.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line } from '../../platform/sockets/frames.ts';
import { countWaiting, listApprovals } from './approvals.ts';
import type { Operations } from './context.ts';
import { findParcel } from './find-parcel.ts';
import type { Listing } from './pages.ts';
import { pageOf, rowsOf } from './pages.ts';
import { reconcile } from './reconcile.ts';
import { reconciling } from './schemas.ts';
import { verifyChains } from './verify.ts';

const after = line(80).optional();
const show = <const Names extends string>(names: Names[]) => z.strictObject({ show: z.enum(names), after });

const money = `o.kind in ('refund', 'payout', 'compensation', 'price-difference', 'close') and o.amount_fen is not null`;
const toSend = `o.kind in ('exchange', 'gift', 'size-change')`;

type List = Omit<Listing, 'after' | 'values'> & { now?: true };
const payouts: Record<'due' | 'overdue' | 'unknown' | 'paid', List> = {
  due: { condition: `${money} and o.state = 'ready'`, by: 'due_at', direction: 'asc' },
  overdue: {
    condition: `${money} and o.state in ('ready', 'paying', 'unknown') and o.due_at < $2`,
    by: 'due_at',
    direction: 'asc',
    now: true,
  },
  unknown: { condition: `${money} and o.state in ('paying', 'unknown')`, by: 'due_at', direction: 'asc' },
  paid: { condition: `${money} and o.state = 'done'`, by: 'state_at', direction: 'desc' },
};
const parcels: Record<'expected' | 'arrived', List> = {
  expected: {
    condition: `o.kind = 'return' and o.state = 'ready'`,
    by: 'created_at',
    direction: 'asc',
  },
  arrived: { condition: `o.kind = 'book-in' and o.state = 'done'`, by: 'created_at', direction: 'desc' },
};
const sendings: Record<'due' | 'sent', List> = {
  due: { condition: `${toSend} and o.state = 'ready'`, by: 'created_at', direction: 'asc' },
  sent: { condition: `${toSend} and o.state = 'done'`, by: 'state_at', direction: 'desc' },
};

export function operationQueueRoutes(operations: Operations): Route[] {
  const list = (person: Person, { now: timed, ...listing }: List, from: string | undefined) =>
    listOf(operations, person, {
      ...listing,
      ...(timed && { values: [new Date(operations.conversations.now())] }),
      after: from ?? null,
    });
  return [
    route({
      method: 'GET',
      path: '/api/v1/approvals',
      may: 'operations.approve',
      summary: 'What waits for a signature, the longest waiting first',
      query: z.strictObject({ after }),
      handle: ({ person, query }) => listApprovals(operations, person, query.after ?? null),
    }),
    route({
      method: 'GET',
      path: '/api/v1/payouts',
      may: 'payouts.read',
      summary: 'Money to pay, overdue, unknown or paid',
      query: show(['due', 'overdue', 'unknown', 'paid']),
      handle: ({ person, query }) => list(person, payouts[query.show], query.after),
    }),
    route({
      method: 'POST',
      path: '/api/v1/payouts/reconcile',
      may: 'payouts.pay',
      summary: 'Hold the platform’s list of payments against our book; settle what it makes clear',
      body: reconciling,
      handle: ({ person, body }) => reconcile(operations, person, body),
    }),
    route({
      method: 'GET',
      path: '/api/v1/parcels',
      may: 'orders.read',
      summary: 'Parcels that are expected back, or were booked in',
      query: show(['expected', 'arrived']),
      handle: ({ person, query }) => list(person, parcels[query.show], query.after),
    }),
    route({
      method: 'GET',
      path: '/api/v1/parcels/find',
      may: 'orders.read',
      summary: 'Which orders a parcel may belong to, by a tracking number or an order’s',
      query: z.strictObject({ q: line(60).min(1) }),
      handle: ({ person, query }) => findParcel(operations, person, query.q),
    }),
    route({
      method: 'GET',
      path: '/api/v1/sendings',
      may: 'orders.read',
      summary: 'Exchanges, gifts and size changes to send, or sent',
      query: show(['due', 'sent']),
      handle: ({ person, query }) => list(person, sendings[query.show], query.after),
    }),
    route({
      method: 'GET',
      path: '/api/v1/waiting-counts',
      may: 'orders.read',
      summary: 'How much waits for the reader, for the navigation',
      handle: ({ person }) => countWaiting(operations, person),
    }),
    route({
      method: 'GET',
      path: '/api/v1/audit',
      may: 'operations.audit',
      summary: 'Verify the audit chains of all orders; names the first broken line of each',
      handle: ({ person }) => verifyChains(operations, person.shopId),
    }),
  ];
}

function listOf(
  { conversations: { pool, vault, now } }: Operations,
  person: Person,
  listing: Listing,
): Promise<Page<OperationRow>> {
  const { shopId } = person;
  return snapshotOfShop(pool, shopId, async (tx) => {
    const { rows, next } = await pageOf(tx, shopId, listing);
    return { rows: await rowsOf(tx, vault, person, rows, now()), next };
  });
}
