/** Bringing files in from the desk. */
import { z } from 'zod';
import type { ImportRun } from '../../../core/commerce/import-api.ts';
import { importKinds } from '../../../core/commerce/reading/fields.ts';
import { refuse } from '../../../core/refusal.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { bytesOf } from '../../platform/http/uploads.ts';
import { line } from '../../platform/sockets/frames.ts';
import type { Commerce } from './context.ts';
import { readImport, readImports, runOf } from './importing/import-rows.ts';
import type { ImportRunner } from './importing/run-imports.ts';
import { cancelImport } from './importing/run-imports.ts';
import { confirmImport, previewAgain, receiveFile } from './importing/uploads.ts';

const id = z.strictObject({ importId: z.uuid() });
const upload = z.strictObject({ kind: z.enum(importKinds), name: line(200).regex(/\S/) });
const source = z.string().regex(/^[\w.-]{1,40}$/);
const mapping = z.record(z.string().max(40), z.string().max(200));

export function importRoutes(commerce: Commerce, runner: ImportRunner): Route[] {
  const runNow = (shopId: string, importId: string): Promise<ImportRun> =>
    inShop(commerce.pool, shopId, async (tx) => {
      const row = await readImport(tx, shopId, importId);
      return row ? runOf(row) : refuse({ code: 'not-found', what: 'import' });
    });
  return [
    route({
      method: 'GET',
      path: '/api/v1/imports',
      may: 'orders.import',
      summary: 'What was brought in lately, newest first',
      handle: ({ person }) =>
        inShop(commerce.pool, person.shopId, async (tx) => (await readImports(tx, person.shopId)).map(runOf)),
    }),
    route({
      method: 'GET',
      path: '/api/v1/imports/:importId',
      may: 'orders.import',
      summary: 'How far an import is, and what was wrong with which row',
      params: id,
      handle: ({ person, params }) => runNow(person.shopId, params.importId),
    }),
    route({
      method: 'POST',
      path: '/api/v1/imports/:importId/preview',
      may: 'orders.import',
      summary: 'The file again, as another source or with other columns; nothing is stored',
      params: id,
      body: z.strictObject({ source: source.optional(), mapping: mapping.optional() }),
      handle: ({ person, params, body }) => previewAgain(commerce, person.shopId, params.importId, body),
    }),
    route({
      method: 'POST',
      path: '/api/v1/imports/:importId/start',
      may: 'orders.import',
      summary: 'Bring it in; how its columns were put in order is kept for the source’s next file',
      params: id,
      body: z.strictObject({ source, mapping }),
      async handle({ person, params, body }) {
        await confirmImport(commerce, person.shopId, params.importId, body);
        runner.start(person.shopId, params.importId);
        return runNow(person.shopId, params.importId);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/imports/:importId/cancel',
      may: 'orders.import',
      summary: 'End it after the rows at hand; what is in stays in',
      params: id,
      async handle({ person, params }) {
        await cancelImport(commerce, person.shopId, params.importId);
        return runNow(person.shopId, params.importId);
      },
    }),
  ];
}

/** Served apart: its body is a stream. */
export function importUploadRoutes(commerce: Commerce): Route[] {
  return [
    route({
      method: 'PUT',
      path: '/api/v1/imports/upload',
      may: 'orders.import',
      summary: 'A file to look at before it comes in, as application/octet-stream',
      query: upload,
      status: 201,
      handle: ({ person, query, request }) => receiveFile(commerce, person, query, bytesOf(request)),
    }),
  ];
}
