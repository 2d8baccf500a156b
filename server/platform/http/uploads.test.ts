import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuse } from '../../../core/refusal.ts';
import { route } from './routes.ts';
import { buildHttp } from './server.ts';
import { bytesOf, serveUploads } from './uploads.ts';

type Http = Awaited<ReturnType<typeof buildHttp>>;

let http: Http;
beforeEach(async () => {
  http = await buildHttp({ version: 'test', onFailure: () => {} });
  const upload = route({
    method: 'POST',
    path: '/upload',
    may: 'public',
    summary: 'takes nothing',
    handle: ({ request }) => firstBytes(bytesOf(request)),
  });
  await serveUploads(http, async () => null, [upload]);
  await http.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => http.close());

async function firstBytes(source: Readable): Promise<never> {
  for await (const _ of source.iterator({ destroyOnReturn: false })) break;
  return refuse({ code: 'too-large', limitBytes: 1, what: 'file' });
}

test('a refused upload whose bytes never end hears why, and then its line is cut', async () => {
  const { port } = http.server.address() as AddressInfo;
  const line = connect({ host: '127.0.0.1', port });
  let heard = '';
  line.on('data', (data) => (heard += String(data)));
  line.on('error', () => {}); // Cut while it was writing.
  line.write(
    'POST /upload HTTP/1.1\r\nhost: desk\r\ncontent-type: application/octet-stream\r\ncontent-length: 100000000\r\n\r\nbytes',
  );
  await once(line, 'close');
  expect(heard).toMatch(/^HTTP\/1.1 413 /);
  expect(heard).toContain('"code":"too-large"');
});
