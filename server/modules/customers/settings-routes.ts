/** The shop's tags and fields. A tag is made where it is given; what there is of both is looked after in the settings. */
import { z } from 'zod';
import { fieldKinds, tagColours } from '../../../core/customers/customer.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line } from '../../platform/sockets/frames.ts';
import { changeField, createField, listFields, orderFields } from './fields.ts';
import { changeTag, createTag, listTags } from './tags.ts';

const label = (longest: number) =>
  line(longest)
    .regex(/\S/)
    .transform((name) => name.trim());
const tag = { name: label(20), colour: z.enum(tagColours) };
const choices = z.array(label(40)).max(50);
const field = { name: label(30), choices };
const tagId = z.strictObject({ tagId: z.uuid() });
const fieldId = z.strictObject({ fieldId: z.uuid() });

export function customerSettingsRoutes({ pool, now }: { pool: Pool; now(): number }): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/tags',
      may: 'conversations.read',
      summary: 'The shop’s tags',
      handle: ({ person: { shopId } }) => inShop(pool, shopId, (tx) => listTags(tx, shopId)),
    }),
    route({
      method: 'POST',
      path: '/api/v1/tags',
      may: 'customers.edit',
      summary: 'Make a tag',
      body: z.strictObject(tag),
      status: 201,
      handle: ({ person, body }) => inShop(pool, person.shopId, (tx) => createTag(tx, person, body, now())),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/tags/:tagId',
      may: 'customers.settings',
      summary: 'Rename, recolour, archive or bring back a tag',
      params: tagId,
      body: z.strictObject({ ...tag, archived: z.boolean() }),
      handle: ({ person: { shopId }, params, body }) =>
        inShop(pool, shopId, (tx) => changeTag(tx, shopId, params.tagId, body, now())),
    }),
    route({
      method: 'GET',
      path: '/api/v1/customer-fields',
      may: 'conversations.read',
      summary: 'The shop’s own fields of customers',
      handle: ({ person: { shopId } }) => inShop(pool, shopId, (tx) => listFields(tx, shopId)),
    }),
    route({
      method: 'POST',
      path: '/api/v1/customer-fields',
      may: 'customers.settings',
      summary: 'Add a field',
      body: z.strictObject({ ...field, kind: z.enum(fieldKinds), personal: z.boolean() }),
      status: 201,
      handle: ({ person, body }) => inShop(pool, person.shopId, (tx) => createField(tx, person, body, now())),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/customer-fields',
      may: 'customers.settings',
      summary: 'Put the fields in an order',
      body: z.strictObject({ order: z.array(z.uuid()).max(100) }),
      handle: ({ person: { shopId }, body }) =>
        inShop(pool, shopId, (tx) => orderFields(tx, shopId, body.order)),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/customer-fields/:fieldId',
      may: 'customers.settings',
      summary: 'Rename a field, change its choices, archive it or bring it back',
      params: fieldId,
      body: z.strictObject({ ...field, archived: z.boolean() }),
      handle: ({ person: { shopId }, params, body }) =>
        inShop(pool, shopId, (tx) => changeField(tx, shopId, params.fieldId, body, now())),
    }),
  ];
}
