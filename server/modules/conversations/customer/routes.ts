/** The customer beside a conversation: within reach of whoever reads it. */
import { z } from 'zod';
import {
  consentChannels,
  consentWays,
  erasureReasons,
  longestValue,
} from '../../../../core/customers/customer.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Route } from '../../../platform/http/routes.ts';
import { route } from '../../../platform/http/routes.ts';
import { line } from '../../../platform/sockets/frames.ts';
import {
  addCustomerNote,
  dropCustomerNote,
  nameCustomer,
  recordConsent,
  setValue,
  tagCustomer,
  unmaskValue,
} from '../../customers/index.ts';
import type { Conversations } from '../context.ts';
import { readConversation } from '../read-thread.ts';
import { eraseForGood } from './erase.ts';
import { listDoubles, mergeCustomerInto, showMerge } from './merge-customer.ts';
import { learn } from './of-conversation.ts';
import { readCustomerSide } from './read-side.ts';

const id = z.strictObject({ id: z.uuid() });
const fieldId = z.strictObject({ id: z.uuid(), fieldId: z.uuid() });
const noteId = z.strictObject({ id: z.uuid(), noteId: z.uuid() });
const words = (longest: number) =>
  line(longest)
    .regex(/\S/)
    .transform((text) => text.trim());
const tagIds = z.array(z.uuid()).max(30);
const consent = z.strictObject({
  channel: z.enum(consentChannels),
  state: z.enum(['given', 'withdrawn']),
  how: z.enum(consentWays),
});
const two = { other: z.uuid(), keep: z.enum(['this', 'other']) };
const taken = z.array(z.union([z.literal('name'), z.uuid()])).max(100);
const nothing = z.strictObject({}).nullish();

const base = '/api/v1/conversations/:id/customer';

export function customerRoutes(conversations: Conversations): Route[] {
  const c = conversations;
  return [
    route({
      method: 'GET',
      path: base,
      may: 'conversations.read',
      summary: 'What the shop keeps of the customer',
      params: id,
      handle: ({ person, params }) => readCustomerSide(c, person, params.id),
    }),
    route({
      method: 'PUT',
      path: `${base}/name`,
      may: 'customers.edit',
      summary: 'What the desk calls them; null: as the shop signed for it',
      params: id,
      body: z.strictObject({ name: words(60).nullable() }),
      handle: ({ person, params, body }) =>
        learn(c, person, params.id, 'name', async (tx, of) => nameCustomer(tx, person, of, body.name)),
    }),
    route({
      method: 'POST',
      path: `${base}/tags`,
      may: 'customers.edit',
      summary: 'Give tags and take them off',
      params: id,
      body: z.strictObject({ add: tagIds, remove: tagIds }),
      handle: ({ person, params, body }) =>
        learn(c, person, params.id, 'tags', (tx, of) => tagCustomer(tx, person, of, body, c.now())),
    }),
    route({
      method: 'PUT',
      path: `${base}/fields/:fieldId`,
      may: 'customers.edit',
      summary: 'Fill in one of the shop’s own fields; null: empty it',
      params: fieldId,
      body: z.strictObject({ value: words(longestValue).nullable() }),
      handle: ({ person, params, body: { value } }) =>
        learn(c, person, params.id, 'fields', (tx, of) =>
          setValue(tx, c.vault, person, of, { fieldId: params.fieldId, value }, c.now()),
        ),
    }),
    route({
      method: 'POST',
      path: `${base}/fields/:fieldId/unmask`,
      may: 'customers.unmask',
      summary: 'Show a personal field; written down',
      params: fieldId,
      body: nothing,
      handle: ({ person, params }) =>
        inShop(c.pool, person.shopId, async (tx) => {
          const { customerId } = await readConversation(tx, person, params.id);
          return { value: await unmaskValue(tx, c.vault, person, customerId, params.fieldId) };
        }),
    }),
    route({
      method: 'POST',
      path: `${base}/consents`,
      may: 'customers.edit',
      summary: 'Write down that they allow marketing on a channel, or no longer do',
      params: id,
      body: consent,
      handle: ({ person, params, body }) =>
        learn(c, person, params.id, 'consent', async (tx, of) =>
          recordConsent(tx, person, of, body, c.now()),
        ),
    }),
    route({
      method: 'POST',
      path: `${base}/notes`,
      may: 'customers.edit',
      summary: 'Note something that stays with the customer',
      params: id,
      body: z.strictObject({ text: words(1000) }),
      handle: ({ person, params, body }) =>
        learn(c, person, params.id, 'notes', (tx, of) => addCustomerNote(tx, person, of, body.text, c.now())),
    }),
    route({
      method: 'DELETE',
      path: `${base}/notes/:noteId`,
      may: 'customers.edit',
      summary: 'Remove a note of one’s own; of anybody for a supervisor',
      params: noteId,
      handle: ({ person, params }) =>
        learn(c, person, params.id, 'notes', (tx, of) => dropCustomerNote(tx, person, of, params.noteId)),
    }),
    route({
      method: 'GET',
      path: `${base}/doubles`,
      may: 'customers.merge',
      summary: 'Other customers with the same phone',
      params: id,
      handle: ({ person, params }) => listDoubles(c, person, params.id),
    }),
    route({
      method: 'GET',
      path: `${base}/merge`,
      may: 'customers.merge',
      summary: 'What merging two customers would change',
      params: id,
      query: z.strictObject(two),
      handle: ({ person, params, query }) => showMerge(c, person, params.id, query),
    }),
    route({
      method: 'POST',
      path: `${base}/merge`,
      may: 'customers.merge',
      summary: 'Make one of two customers; cannot be undone',
      params: id,
      body: z.strictObject({ ...two, take: taken, reason: words(500) }),
      handle: ({ person, params, body }) => mergeCustomerInto(c, person, params.id, body),
    }),
    route({
      method: 'POST',
      path: `${base}/erase`,
      may: 'customers.erase',
      summary: 'Erase the customer and everything said with them; cannot be undone',
      params: id,
      body: z.strictObject({ confirm: line(100), reason: z.enum(erasureReasons) }),
      handle: ({ person, params, body }) => eraseForGood(c, person, params.id, body),
    }),
  ];
}
