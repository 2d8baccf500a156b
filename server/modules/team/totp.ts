/** Codes that change with time, by RFC 6238: six digits, half a minute each, HMAC-SHA-1, as every authenticator has them. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const periodMs = 30_000;
const digits = 6;

/** Which half minute it is, counted from 1970. */
export const periodAt = (now: number): number => Math.floor(now / periodMs);

export function codeOf(secret: Buffer, period: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(period));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = mac[mac.length - 1]! & 15;
  const number = (mac.readUInt32BE(at) & 0x7fff_ffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/** The period whose code it is: the present one, or a neighbour's, since clocks differ; null: no period's. */
export function periodOf(secret: Buffer, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const given = Buffer.from(code);
  const present = periodAt(now);
  const found = [present, present - 1, present + 1].filter((period) =>
    timingSafeEqual(Buffer.from(codeOf(secret, period)), given),
  );
  return found[0] ?? null;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, without padding. */
export function base32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 5; bits -= 5) text += letters[(held >> (bits - 5)) & 31];
  }
  return bits > 0 ? text + letters[(held << (5 - bits)) & 31] : text;
}
