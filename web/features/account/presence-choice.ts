/** Whether new conversations come to me: chosen here, remembered by this browser. */
import { useSyncExternalStore } from 'react';
import type { PresenceState } from '../../../core/wire.ts';
import { browserShelf } from '../../lib/storage.ts';

const keyOf = (agentId: string) => `yinuo.presence.${agentId}`;
const listeners = new Set<() => void>();

export function choosePresence(agentId: string, state: PresenceState): void {
  chosen.set(agentId, state);
  browserShelf.set(keyOf(agentId), state);
  for (const listener of listeners) listener();
}

export const usePresenceChoice = (agentId: string): PresenceState =>
  useSyncExternalStore(listen, () => read(agentId));

/** Also where the browser keeps nothing. */
const chosen = new Map<string, PresenceState>();

function read(agentId: string): PresenceState {
  const known = chosen.get(agentId) ?? (browserShelf.get(keyOf(agentId)) === 'away' ? 'away' : 'available');
  chosen.set(agentId, known);
  return known;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
