/** What a machine asks: is it well, and how is it spoken to. */
import type { FastifyInstance } from 'fastify';
import type { Health } from '../core/api.ts';
import type { Housekeeping } from './housekeeping.ts';
import type { Pool } from './platform/database/pool.ts';
import type { Route } from './platform/http/routes.ts';
import { route } from './platform/http/routes.ts';
import type { LogReader } from './platform/log/reader.ts';

interface System {
  http: FastifyInstance;
  pool: Pool;
  log: LogReader;
  house: Housekeeping;
  version: string;
  now(): number;
}

/** A log that can't be read for this long is more than a hiccup. */
const logFailsAfterMs = 5_000;

export function systemRoutes({ http, pool, log, house, version, now }: System): Route[] {
  return [
    route({
      method: 'GET',
      path: '/healthz',
      may: 'public',
      summary: 'State of the parts; 503 where one fails',
      async handle({ reply }) {
        const database = await pool.query('select 1').then(
          () => 'ok' as const,
          () => 'failing' as const,
        );
        const since = log.failingSince();
        const parts: Health['parts'] = {
          database,
          log: since !== null && now() - since > logFailsAfterMs ? 'failing' : 'ok',
          jobs: house.jobs(),
        };
        const state = Object.values(parts).includes('failing') ? 'failing' : 'ok';
        reply
          .code(state === 'ok' ? 200 : 503)
          .header('cache-control', 'no-store')
          .send({ state, parts, version } satisfies Health);
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/openapi.json',
      wordless: true,
      may: 'public',
      summary: 'This API in OpenAPI 3.1',
      handle: async () => http.swagger(),
    }),
  ];
}
