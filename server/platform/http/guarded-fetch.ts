/**
 * Calls to addresses that a person of a shop wrote down. The name is looked up once, and the connection goes to the very
 * address that was checked, so that a name which answers differently the second time leads nowhere. Redirects are
 * answers like others: whoever calls decides, and nothing is followed.
 */
import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isOutward } from './outward-addresses.ts';

export interface Asked {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
}

export interface Answered {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export type GuardedFetch = (url: string, asked?: Asked) => Promise<Answered>;

export type UnreachedWhy =
  | 'malformed' // no https address, or one with a name and password in it
  | 'no-address' // nobody knows the name
  | 'private' // it leads into the house
  | 'refused' // nobody answers there, or the line broke
  | 'timeout'
  | 'tls'
  | 'too-large';

export class Unreached extends Error {
  readonly why: UnreachedWhy;

  constructor(why: UnreachedWhy, options?: ErrorOptions) {
    super(`not reached: ${why}`, options);
    this.why = why;
  }
}

export interface GuardOptions {
  /** For tests, whose servers stand on this machine: what else may be called, in plain http too. */
  allow?(hostname: string, port: string): boolean;
  lookup?(hostname: string): Promise<LookupAddress[]>;
  timeoutMs?: number;
  largestBytes?: number;
}

export function guardedFetch(options: GuardOptions = {}): GuardedFetch {
  const {
    allow = () => false,
    lookup = (hostname) => systemLookup(hostname, { all: true }),
    timeoutMs = 20_000,
    largestBytes = 32 * 1024 * 1024,
  } = options;

  return async (address, asked = {}) => {
    const url = readUrl(address);
    const allowed = allow(url.hostname, url.port);
    if (url.protocol !== 'https:' && !allowed) throw new Unreached('malformed');
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = asked.signal ? AbortSignal.any([asked.signal, timeout]) : timeout;
    try {
      const to = await whereTo(url, allowed);
      return await call(url, to, asked, signal, largestBytes);
    } catch (error) {
      if (timeout.aborted) throw new Unreached('timeout', { cause: error });
      throw error instanceof Unreached || asked.signal?.aborted ? error : explained(error);
    }
  };

  /** Where a name has several addresses, one of the house is enough to refuse them all. */
  async function whereTo({ hostname }: URL, allowed: boolean): Promise<LookupAddress> {
    const bare = hostname.replace(/^\[|\]$/g, '');
    const family = isIP(bare);
    const found = family ? [{ address: bare, family }] : await lookup(bare);
    if (found.length === 0) throw new Unreached('no-address');
    if (!allowed && !found.every((one) => isOutward(one.address))) throw new Unreached('private');
    return found[0]!;
  }
}

function readUrl(address: string): URL {
  if (!URL.canParse(address)) throw new Unreached('malformed');
  const url = new URL(address);
  const plain = url.username === '' && url.password === '';
  if (!plain || !['http:', 'https:'].includes(url.protocol)) throw new Unreached('malformed');
  return url;
}

function call(
  url: URL,
  to: LookupAddress,
  { method = 'GET', headers = {}, body }: Asked,
  signal: AbortSignal,
  largestBytes: number,
): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const options: RequestOptions = {
    method,
    signal,
    // A connection of its own: none that is kept from another look-up.
    agent: false,
    headers: { 'accept-encoding': 'identity', 'user-agent': 'Yinuo', ...headers },
    lookup: (_name, asked, answer) => (asked.all ? answer(null, [to]) : answer(null, to.address, to.family)),
  };
  const begin = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const request = begin(url, options, (response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > largestBytes) request.destroy(new Unreached('too-large'));
    });
    response.on('error', reject);
    response.on('end', () =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks),
      }),
    );
  });
  request.on('error', reject);
  request.end(body);
  return promise;
}

function explained(error: unknown): Unreached {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA'].includes(code))
    return new Unreached('no-address', { cause: error });
  const tls = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO)/.test(code);
  return new Unreached(tls ? 'tls' : 'refused', { cause: error });
}
