/** Links that open a door once: to join, to set a new password. The token is told once; only its hash is kept. */
import { createHash, randomBytes } from 'node:crypto';
import { shopOfToken } from '../customers/index.ts';

export interface LinkToken {
  token: string;
  hash: Buffer;
}

/** It names its shop, so that the wall can be entered before anything else is known. */
export function newLinkToken(shopId: string): LinkToken {
  const token = `${shopId.replaceAll('-', '')}.${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashOf(token) };
}

/** null: it can't be one. */
export function readLinkToken(token: string): { shopId: string; hash: Buffer } | null {
  const shopId = shopOfToken(token);
  return shopId === null ? null : { shopId, hash: hashOf(token) };
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();
