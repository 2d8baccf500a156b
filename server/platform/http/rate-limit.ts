/**
 * Token buckets, kept by who asks and not by what they send, so that other parameters don't get round them.
 * In memory: a node limits for itself.
 */
import { refuse } from '../../../core/refusal.ts';

export interface RateLimit {
  /** Takes one; refuses with `too-many` when there is none left. */
  take(key: string): void;
}

export interface Rate {
  /** How many at once. */
  burst: number;
  /** How many come back per minute. */
  perMinute: number;
}

export function rateLimit(rate: Rate, now: () => number): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key) {
      const at = now();
      const bucket = buckets.get(key) ?? { left: rate.burst, at };
      // A clock that was set back gives nothing and takes nothing.
      const refilled = (Math.max(0, at - bucket.at) / 60_000) * rate.perMinute;
      const left = Math.min(rate.burst, bucket.left + refilled);
      buckets.delete(key);
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at });
      if (buckets.size > mostKeys) buckets.delete(buckets.keys().next().value!);
      if (left < 1)
        refuse({ code: 'too-many', retryAfterSeconds: Math.ceil(((1 - left) / rate.perMinute) * 60) });
    },
  };
}

/** An address as limits count it: of IPv6 the network, since whoever has one address there has all of it. */
export function networkOf(address: string): string {
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1);
  const [head = '', tail] = address.split('%', 1)[0]!.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

/** Enough for every address of a busy day; the least recently used goes first. */
const mostKeys = 50_000;
