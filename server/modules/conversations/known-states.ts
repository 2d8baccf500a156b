/**
 * Conversations as this node left them. A memory, not a truth: another node may have moved one on,
 * so what is decided on it is written only where the version is still the same (`move_on`).
 */
import type { Conversation } from '../../../core/conversations/conversation.ts';

export interface KnownStates {
  get(shopId: string, conversationId: string): Conversation | undefined;
  keep(shopId: string, conversation: Conversation): void;
  forget(shopId: string, conversationId: string): void;
}

export function rememberStates(most = 10_000): KnownStates {
  const states = new Map<string, Conversation>();
  const keyOf = (shopId: string, conversationId: string) => `${shopId} ${conversationId}`;
  return {
    get: (shopId, conversationId) => states.get(keyOf(shopId, conversationId)),
    keep(shopId, conversation) {
      const key = keyOf(shopId, conversation.conversationId);
      states.delete(key);
      states.set(key, conversation);
      if (states.size > most) states.delete(states.keys().next().value!);
    },
    forget: (shopId, conversationId) => void states.delete(keyOf(shopId, conversationId)),
  };
}

/** The sum of its counters: each event raises one of them, none ever falls. */
export function versionOf({ seq, staffSeq, readByAgent, readByCustomer }: Conversation): number {
  return seq + staffSeq + readByAgent + readByCustomer;
}
