/**
 * Sealing personal data, and finding it again without opening it.
 * All keys derive from the server's one secret (outside the database); each customer has a key of their own,
 * so that deleting it erases their contacts wherever a backup lies.
 */
import type { KeyObject } from 'node:crypto';
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { random } from './random.ts';

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
  const blind = createSecretKey(derive(secret, 'blind index 1'));
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
      return createHmac('sha256', blind)
        .update(`${shopId}\n${kind}\n${value.normalize('NFKC').trim()}`)
        .digest();
    },
  };
}

export function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'yinuo', purpose, 32));
}
