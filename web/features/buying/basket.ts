/** What an agent is putting together for a customer: a product being looked at and a basket, by conversation, while the page is open. */
import { useCallback, useSyncExternalStore } from 'react';

export interface Wanted {
  productId: string;
  sku: string;
  quantity: number;
}

export interface Looking {
  productId: string | null;
  basket: readonly Wanted[];
}

const nothing: Looking = { productId: null, basket: [] };
const known = new Map<string, Looking>();
const watchers = new Set<() => void>();

export function useLooking(conversationId: string): Looking {
  return useSyncExternalStore(subscribe, () => known.get(conversationId) ?? nothing);
}

export const lookAt = (conversationId: string, productId: string | null): void =>
  set(conversationId, { ...of(conversationId), productId });

export function usePutInto(conversationId: string) {
  return useCallback(
    (productId: string, sku: string, by: number) =>
      set(conversationId, {
        ...of(conversationId),
        basket: changed(of(conversationId).basket, productId, sku, by),
      }),
    [conversationId],
  );
}

export const emptyBasket = (conversationId: string): void =>
  set(conversationId, { ...of(conversationId), basket: [] });

/** Pure: so many more of it, or fewer; none left takes the line away. */
export function changed(basket: readonly Wanted[], productId: string, sku: string, by: number): Wanted[] {
  const isIt = (one: Wanted) => one.sku === sku && one.productId === productId;
  const all = basket.some(isIt) ? basket : [...basket, { productId, sku, quantity: 0 }];
  return all
    .map((one) => (isIt(one) ? { ...one, quantity: Math.min(999, one.quantity + by) } : one))
    .filter(({ quantity }) => quantity > 0)
    .slice(0, 30);
}

const of = (conversationId: string): Looking => known.get(conversationId) ?? nothing;

function set(conversationId: string, looking: Looking): void {
  known.set(conversationId, looking);
  for (const watcher of watchers) watcher();
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}
