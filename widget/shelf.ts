/**
 * What this browser keeps for one visitor of one shop of one desk. The anonymous visitor and each signed-in
 * customer have shelves of their own, so that signing in on a shared computer neither shows nor merges anything.
 */
import type { PendingStore } from '../live/connection.ts';
import { pendingStore } from '../live/pending-store.ts';
import type { Settings } from './settings.ts';

export interface Shelf {
  /** The anonymous visitor, or the customer's id at the shop. */
  owner: string;
  token(): string | null;
  keepToken(token: string | null): void;
  outbox: PendingStore;
  /** Signed out: nothing of them stays. */
  clear(): void;
}

type Place = Pick<Settings, 'desk' | 'shop'>;
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const visitor = 'visitor';

export function openShelf({ desk, shop }: Place, identityToken: string | null, storage: Store): Shelf {
  const owner = identityToken === null ? visitor : `customer:${customerOf(identityToken)}`;
  const key = `yinuo:${desk}:${shop}:${owner}`;
  const outboxKey = `${key}:outbox`;
  const tokenKey = `${key}:token`;
  let token = storage.getItem(tokenKey);
  return {
    owner,
    token: () => token,
    keepToken(next) {
      token = next;
      if (next === null) storage.removeItem(tokenKey);
      else storage.setItem(tokenKey, next);
    },
    outbox: pendingStore(storage, outboxKey),
    clear() {
      token = null;
      storage.removeItem(tokenKey);
      storage.removeItem(outboxKey);
    },
  };
}

/** A customer who left without signing out here: the token that opens their history goes when somebody else comes. */
export function forgetOthers({ desk, shop }: Place, present: Shelf, storage: Storage): void {
  const customers = `yinuo:${desk}:${shop}:customer:`;
  for (const key of Object.keys(storage)) {
    const theirs = key.startsWith(customers) && !key.startsWith(`yinuo:${desk}:${shop}:${present.owner}:`);
    if (theirs && key.endsWith(':token')) storage.removeItem(key);
  }
}

/**
 * The subject of the shop's token: only tells shelves apart, the server alone verifies.
 * A token that can't be read is a shelf of its own.
 */
export function customerOf(identityToken: string): string {
  try {
    const [, claims = ''] = identityToken.split('.');
    const { sub } = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/'))) as { sub?: string };
    return sub ?? identityToken;
  } catch {
    return identityToken;
  }
}

/** The page's storage, or one that forgets with the page where the browser forbids it. */
export function browserStorage(): Storage {
  try {
    const { localStorage } = window;
    localStorage.setItem('yinuo:', '');
    localStorage.removeItem('yinuo:');
    return localStorage;
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as Storage;
  }
}
