import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { Refused } from '../../core/refusal.ts';
import { openApi } from './api.ts';

/** A desk that gives these answers in turn. */
async function desk(answers: { status: number; headers?: Record<string, string>; body: object }[]) {
  const server = createServer((_request, response) => {
    const { status, headers, body } = answers.shift()!;
    response.writeHead(status, { connection: 'close', ...headers }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

const never = new AbortController().signal;

test('asked to wait, or while the desk restarts, it asks again', async () => {
  let waits = 0;
  const { url, close } = await desk([
    { status: 429, headers: { 'retry-after': '1' }, body: { code: 'too-many', retryAfterSeconds: 1 } },
    { status: 503, body: { code: 'unavailable', part: 'server' } },
    { status: 200, body: { fine: true } },
  ]);
  const { body } = await openApi(url, never, () => waits++).post('/widget/v1/sessions', { shop: 'x' });
  expect({ body, waits }).toEqual({ body: { fine: true }, waits: 1 });
  close();
});

test('a no for good is thrown as what the desk said', async () => {
  const { url, close } = await desk([{ status: 404, body: { code: 'not-found', what: 'shop' } }]);
  const asked = openApi(url, never, () => {}).get('/widget/v1/sessions');
  await expect(asked).rejects.toThrow(Refused);
  close();
});
