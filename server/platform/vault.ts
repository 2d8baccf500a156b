/**
 * Sealing personal data, and finding it again without opening it.
 * All keys derive from the server's one secret (outside the database); each customer has a key of their own,
 * so that deleting it erases their contacts wherever a backup lies.
 */
import type { KeyObject } from 'node:crypto';
import { createCipheriv, createDecipheriv, createSecretKey, hash, hkdfSync, randomBytes } from 'node:crypto';

/** Whoever uses one often makes a `KeyObject` of it first: Node takes longer over the bytes of a key than over what they seal. */
export type Key = Buffer | KeyObject;

export interface Vault {
  seal(plain: Buffer, key?: Key): Buffer;
  /** Throws where the bytes were not sealed with this key. */
  open(sealed: Buffer, key?: Key): Buffer;
  newKey(): Buffer;
  /** Equal values of one shop and kind give equal bytes; nothing else can be told from them. */
  blindIndex(shopId: string, kind: string, value: string): Buffer;
}

export function openVault(secret: string): Vault {
  const sealing = createSecretKey(derive(secret, 'sealing'));
  const blind = keyedHash(derive(secret, 'blind index 1'));
  return {
    newKey: () => random(32),
    seal(plain, key = sealing) {
      const nonce = random(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, key = sealing) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(12, 28));
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
    },
    blindIndex(shopId, kind, value) {
      return blind(`${shopId}\n${kind}\n${value.normalize('NFKC').trim()}`);
    },
  };
}

/**
 * HMAC-SHA256 (RFC 2104) over Node's hash: an import asks for seven an order, and Node takes five times as long to make an
 * `Hmac` for each as both hashes take.
 */
export function keyedHash(key: Buffer): (text: string) => Buffer {
  const block = 64;
  if (key.length > block) throw new Error('the key is longer than a block');
  let inner = Buffer.alloc(4096);
  const outer = Buffer.alloc(block + 32);
  const pad = (to: Buffer, mask: number) => {
    for (let at = 0; at < block; at++) to[at] = (key[at] ?? 0) ^ mask;
  };
  pad(inner, 0x36);
  pad(outer, 0x5c);
  return (text) => {
    if (text.length * 3 + block > inner.length) {
      inner = Buffer.alloc(text.length * 3 + block);
      pad(inner, 0x36);
    }
    const end = block + inner.write(text, block, 'utf8');
    hash('sha256', inner.subarray(0, end), 'buffer').copy(outer, block);
    return hash('sha256', outer, 'buffer');
  };
}

/** Drawn many at a time, each byte given out once: Node takes longer to ask for twelve than to fill a page. */
let drawn = Buffer.alloc(0);
function random(length: number): Buffer {
  if (drawn.length < length) drawn = randomBytes(65_536);
  const bytes = Buffer.from(drawn.subarray(0, length));
  drawn.fill(0, 0, length);
  drawn = drawn.subarray(length);
  return bytes;
}

export function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'yinuo', purpose, 32));
}
