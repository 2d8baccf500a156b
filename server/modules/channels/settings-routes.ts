/** The administrator's routes: how the widget looks and speaks, where it may stand, which keys sign. */
import { z } from 'zod';
import { colourForm } from '../../../core/team/widget-look.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { line, topic } from '../../platform/sockets/frames.ts';
import type { Shops } from '../team/index.ts';
import type { KeyKeeper } from './widget-keys.ts';
import { makeKey, revokeKey } from './widget-keys.ts';
import { readWidgetSettings, saveWidgetSettings } from './widget-settings.ts';

/** As a browser says it in `Origin`: no path, no slash at its end. */
const origin = line(200).refine((text) => {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  return new URL(text).origin === text;
});
const greeting = line(500).regex(/\S/);
const settings = z.strictObject({
  greeting: z.strictObject({ zh: greeting, en: greeting, 'zh-TW': greeting.optional() }),
  topics: z.array(topic).max(3),
  origins: z.array(origin).max(50),
  look: z.strictObject({
    colour: z.string().regex(colourForm),
    name: line(40).regex(/\S/).nullable(),
    side: z.enum(['left', 'right']),
  }),
});
const saving = settings.extend({ revision: line(40) });
/** It stands in the head of every token. */
const keyId = z.strictObject({ keyId: z.string().regex(/^[\w.-]{1,60}$/) });

export function widgetSettingsRoutes({ shops, ...keeper }: KeyKeeper & { shops: Shops }): Route[] {
  const { pool } = keeper;
  return [
    route({
      method: 'GET',
      path: '/api/v1/widget-settings',
      may: 'widget.manage',
      summary: "The widget's settings and keys; no secrets",
      handle: ({ person }) => readWidgetSettings(pool, person),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/widget-settings',
      may: 'widget.manage',
      summary: "Save the widget's settings; 409 where others came first",
      body: saving,
      handle: ({ person, body: { revision, ...wanted } }) =>
        saveWidgetSettings(pool, shops, person, wanted, revision),
    }),
    route({
      method: 'POST',
      path: '/api/v1/widget-keys',
      may: 'widget.manage',
      summary: 'A new key to sign with; its secret is in this answer only',
      body: keyId,
      status: 201,
      handle: ({ person, body, reply }) => {
        reply.header('cache-control', 'no-store');
        return makeKey(keeper, person, body.keyId);
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/widget-keys/:keyId',
      may: 'widget.manage',
      summary: 'Revoke a key',
      params: keyId,
      handle: ({ person, params }) => revokeKey(keeper, person, params.keyId),
    }),
  ];
}
