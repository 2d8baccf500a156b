/** A shop's address never leads the server into its own house: not by number, by name, by another answer of the name, nor by a redirect. */
import type { LookupAddress } from 'node:dns';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnreachedWhy } from './guarded-fetch.ts';
import { guardedFetch, Unreached } from './guarded-fetch.ts';
import { isOutward } from './outward-addresses.ts';

let inside: Server;
let port: number;
let calls: string[];
beforeAll(async () => {
  calls = [];
  inside = createServer((request, response) => {
    calls.push(request.url ?? '');
    if (request.url === '/moved')
      response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end();
    else if (request.url === '/long') response.end(Buffer.alloc(200_000));
    else if (request.url !== '/never') response.end('the house’s own');
  });
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  port = (inside.address() as { port: number }).port;
});
afterAll(() => {
  inside.closeAllConnections();
  inside.close();
});

const answers =
  (...addresses: string[]) =>
  async (): Promise<LookupAddress[]> =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
async function why(work: Promise<unknown>): Promise<UnreachedWhy | 'reached'> {
  return work.then(
    () => 'reached' as const,
    (error: unknown) => {
      if (error instanceof Unreached) return error.why;
      throw error;
    },
  );
}

describe('addresses', () => {
  test.for([
    ['127.0.0.1'],
    ['127.9.9.9'],
    ['0.0.0.0'],
    ['10.1.2.3'],
    ['172.31.255.255'],
    ['192.168.1.1'],
    ['169.254.169.254'],
    ['100.100.100.200'],
    ['224.0.0.1'],
    ['255.255.255.255'],
    ['::'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['::ffff:8.8.8.8'],
    ['64:ff9b::7f00:1'],
    ['2002:7f00:1::'],
    ['fe80::1%eth0'],
    ['fc00::1'],
    ['fd00:ec2::254'],
    ['ff02::1'],
    ['192.0.0.8'],
    ['192.0.2.1'],
    ['192.88.99.1'],
    ['198.19.255.255'],
    ['198.51.100.1'],
    ['203.0.113.1'],
    ['168.63.129.16'],
    ['2001::7f00:1'],
    ['2001:db8::1'],
    ['3fff::1'],
    ['not an address'],
  ])('%s is of the house', ([address]) => expect(isOutward(address!)).toBe(false));
  test.for([['8.8.8.8'], ['172.32.0.1'], ['23.227.38.65'], ['2620:127:f00f:5::']])(
    '%s is of the internet',
    ([address]) => expect(isOutward(address!)).toBe(true),
  );
});

describe('nothing of the house is called', () => {
  test.for<[string, UnreachedWhy]>([
    ['https://127.0.0.1:%p/', 'private'],
    ['https://2130706433:%p/', 'private'], // a number, which URL reads as an address
    ['https://0x7f.1:%p/', 'private'],
    ['https://[::1]:%p/', 'private'],
    ['https://[::ffff:127.0.0.1]:%p/', 'private'],
    ['https://169.254.169.254/latest/meta-data/', 'private'],
    ['http://8.8.8.8/', 'malformed'],
    ['https://name:word@shop.example/', 'malformed'],
    ['file:///etc/passwd', 'malformed'],
    ['gopher://127.0.0.1/', 'malformed'],
    ['no address', 'malformed'],
  ])('%s: %s', async ([address, expected]) => {
    const before = calls.length;
    expect(await why(guardedFetch()(address.replace('%p', String(port))))).toBe(expected);
    expect(calls).toHaveLength(before);
  });

  test('by the system’s own names for itself', async () =>
    expect(await why(guardedFetch()(`https://localhost:${port}/`))).toBe('private'));

  test.for<[string, string[]]>([
    ['a name of the house', ['127.0.0.1']],
    ['a name with one foot in the house', ['8.8.8.8', '10.0.0.1']],
    ['the metadata by name', ['fd00:ec2::254']],
  ])('%s', async ([, addresses]) =>
    expect(await why(guardedFetch({ lookup: answers(...addresses) })('https://shop.example/'))).toBe(
      'private',
    ),
  );

  test('a name that answers otherwise the second time: it is asked once', async () => {
    let asked = 0;
    const rebinding = async () => answers(asked++ === 0 ? '192.0.2.1' : '127.0.0.1')();
    // 192.0.2.1 stands for an address of the internet that nobody has.
    const call = guardedFetch({
      lookup: rebinding,
      allow: (hostname) => hostname === 'shop.example',
      timeoutMs: 300,
    })(`http://shop.example:${port}/`);
    expect(['timeout', 'refused']).toContain(await why(call));
    expect(asked).toBe(1);
    expect(calls).not.toContain('/');
  });

  test('a 302 into the house is an answer, and nobody goes there', async () => {
    const allow = (_: string, at: string) => at === String(port);
    const { status, headers } = await guardedFetch({ allow })(`http://127.0.0.1:${port}/moved`);
    expect([status, headers.location]).toEqual([302, 'http://169.254.169.254/latest/']);
  });
});

describe('what a test allows is called, and within limits', () => {
  const allow = (hostname: string, at: string) => hostname === '127.0.0.1' && at === String(port);
  test('nothing beside it', async () => {
    expect((await guardedFetch({ allow })(`http://127.0.0.1:${port}/some`)).body.toString()).toBe(
      'the house’s own',
    );
    expect(await why(guardedFetch({ allow })(`https://127.0.0.1:${port + 1}/`))).toBe('private');
  });
  test('no longer answer', async () =>
    expect(await why(guardedFetch({ allow, largestBytes: 100_000 })(`http://127.0.0.1:${port}/long`))).toBe(
      'too-large',
    ));
  test('no longer wait', async () =>
    expect(await why(guardedFetch({ allow, timeoutMs: 200 })(`http://127.0.0.1:${port}/never`))).toBe(
      'timeout',
    ));
  test('no other scheme, though everything is allowed', async () =>
    expect(await why(guardedFetch({ allow: () => true })(`gopher://127.0.0.1:${port}/`))).toBe('malformed'));
  test('each by a connection of its own: none is kept from another look-up', async () => {
    let connections = 0;
    const count = () => void connections++;
    inside.on('connection', count);
    const fetch = guardedFetch({ allow });
    for (let i = 0; i < 3; i++) await fetch(`http://127.0.0.1:${port}/some`);
    inside.off('connection', count);
    expect(connections).toBe(3);
  });
  test('nobody there', async () => {
    const nobody = createServer();
    await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
    const { port: closed } = nobody.address() as { port: number };
    await new Promise((resolve) => nobody.close(resolve));
    expect(await why(guardedFetch({ allow: () => true })(`http://127.0.0.1:${closed}/`))).toBe('refused');
  });
  test('a name that nobody has', async () => {
    const lookup = () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
    expect(await why(guardedFetch({ lookup })('https://shop.example/'))).toBe('no-address');
  });
});
