import { gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { route, serveRoutes } from './routes.ts';

const long = { rules: 'polite '.repeat(2000) };

async function answered(path: string, encoding?: string) {
  const app = Fastify();
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (data) => ({ value: schema.parse(data) }));
  const plain = { method: 'GET', may: 'public', summary: '', handle: async () => long } as const;
  serveRoutes(app, async () => null, [
    route({ ...plain, path: '/words' }),
    route({ ...plain, path: '/numbers', wordless: true }),
    route({ ...plain, path: '/few', wordless: true, handle: async () => ({ rules: 1 }) }),
  ]);
  const headers = encoding === undefined ? {} : { 'accept-encoding': encoding };
  return app.inject({ url: path, headers });
}

test('an answer without anybody’s words comes compressed to whoever takes that', async () => {
  const { headers, rawPayload } = await answered('/numbers', 'br, gzip;q=0.8');
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(rawPayload.length).toBeLessThan(500);
  expect(Number(headers['content-length'])).toBe(rawPayload.length);
  expect(JSON.parse(gunzipSync(rawPayload).toString())).toEqual(long);
});

test.each([
  ['/numbers', undefined],
  ['/numbers', 'br'],
  ['/numbers', 'gzip;q=0'],
  ['/few', 'gzip'],
  ['/words', 'gzip'],
])('%s for one who takes %s comes as it is', async (path, encoding) => {
  const { headers, body } = await answered(path, encoding);
  expect(headers['content-encoding']).toBeUndefined();
  expect(JSON.parse(body)).toHaveProperty('rules');
});
