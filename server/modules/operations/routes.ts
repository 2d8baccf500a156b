/** Operations on an order: looked at before, done, signed, paid, sent, undone. */
import { z } from 'zod';
import type { OperationView } from '../../../core/commerce/operation-api.ts';
import type { Person } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { ask } from './ask.ts';
import type { Operations } from './context.ts';
import { edit } from './edit.ts';
import { mustFind } from './find.ts';
import { historyOf } from './history.ts';
import { keep } from './keep.ts';
import { payByHand } from './pay.ts';
import { readPayee } from './payee.ts';
import { preview } from './preview.ts';
import * as shapes from './schemas.ts';
import { send } from './send.ts';
import { sign } from './sign.ts';
import { askTill } from './tills/settle.ts';
import { undo } from './undo.ts';
import { readOperation } from './view.ts';

const ofOrder = z.strictObject({ orderId: z.uuid() });
const ofOne = z.strictObject({ operationId: z.uuid() });
const base = '/api/v1/operations/:operationId';

export function operationRoutes(operations: Operations): Route[] {
  /** Done, then read as it stands. */
  const then = async (person: Person, operationId: string, work: Promise<void>): Promise<OperationView> => {
    await work;
    return readOperation(operations, person, operationId);
  };
  const decide = (decision: 'approved' | 'refused') =>
    route({
      method: 'POST',
      path: `${base}/${decision === 'approved' ? 'approve' : 'refuse'}`,
      may: 'operations.approve',
      summary: `Sign as ${decision} what the fingerprint names; never one’s own request`,
      params: ofOne,
      body: shapes.signing,
      handle: ({ person, params, body }) =>
        then(person, params.operationId, sign(operations, person, params.operationId, decision, body)),
    });
  return [
    route({
      method: 'POST',
      path: '/api/v1/orders/:orderId/operations/preview',
      may: 'operations.ask',
      summary: 'What would come of it: sums, policy, who must agree, stock; writes nothing',
      params: ofOrder,
      body: shapes.previewing,
      handle: ({ person, params, body }) => preview(operations, person, params.orderId, body),
    }),
    route({
      method: 'POST',
      path: '/api/v1/orders/:orderId/operations',
      may: 'operations.ask',
      summary: 'Do it, or ask for it where somebody must agree; the same key again is the same operation',
      params: ofOrder,
      body: shapes.asking,
      status: 201,
      async handle({ person, params, body }) {
        return readOperation(operations, person, await ask(operations, person, params.orderId, body));
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/orders/:orderId/operations',
      may: 'orders.read',
      summary: 'What was done to the order, what may be done now, and its audit chain',
      params: ofOrder,
      handle: ({ person, params }) => historyOf(operations, person, params.orderId),
    }),
    route({
      method: 'GET',
      path: base,
      may: 'orders.read',
      summary: 'One operation as it stands',
      params: ofOne,
      handle: ({ person, params }) => readOperation(operations, person, params.operationId),
    }),
    route({
      method: 'POST',
      path: `${base}/edit`,
      may: 'operations.serve',
      summary: 'Another amount or reason for what has not been paid; what was signed is void',
      params: ofOne,
      body: shapes.editing,
      handle: ({ person, params, body }) =>
        then(person, params.operationId, edit(operations, person, params.operationId, body)),
    }),
    decide('approved'),
    decide('refused'),
    route({
      method: 'POST',
      path: `${base}/undo`,
      may: 'operations.ask',
      summary: 'Take it back, where the world allows',
      params: ofOne,
      body: shapes.undoing,
      handle: ({ person, params, body }) =>
        then(person, params.operationId, undo(operations, person, params.operationId, body.words)),
    }),
    route({
      method: 'POST',
      path: `${base}/keep`,
      may: 'operations.serve',
      summary: 'The desk’s change again, where the order’s source has said something new of it',
      params: ofOne,
      handle: ({ person, params }) =>
        then(person, params.operationId, keep(operations, person, params.operationId)),
    }),
    route({
      method: 'POST',
      path: `${base}/pay`,
      may: 'payouts.pay',
      summary: 'Write down that it was paid by hand, and under which reference',
      params: ofOne,
      body: shapes.paying,
      handle: ({ person, params, body }) =>
        then(person, params.operationId, payByHand(operations, person, params.operationId, body)),
    }),
    route({
      method: 'POST',
      path: `${base}/ask`,
      may: 'payouts.pay',
      summary: 'Ask the till what became of it, under the same key',
      params: ofOne,
      async handle({ person, params }) {
        const { shopId } = person;
        const { pool } = operations.conversations;
        await inShop(pool, shopId, (tx) => mustFind(tx, shopId, params.operationId));
        return then(person, params.operationId, askTill(operations, shopId, params.operationId));
      },
    }),
    route({
      method: 'POST',
      path: `${base}/send`,
      may: 'parcels.send',
      summary: 'Write down that the exchange or the gift has left',
      params: ofOne,
      body: shapes.sending,
      handle: ({ person, params, body }) =>
        then(person, params.operationId, send(operations, person, params.operationId, body.trackingNo)),
    }),
    route({
      method: 'POST',
      path: `${base}/payee`,
      may: 'payouts.pay',
      summary: 'The account that a payout goes to; who asked is written down',
      params: ofOne,
      handle: ({ person, params }) => readPayee(operations, person, params.operationId),
    }),
  ];
}
