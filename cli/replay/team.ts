/** The agents of a replay, and which of them has which conversation. */
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { ThreadAnswer } from '../../core/api.ts';
import type { Event } from '../../core/events.ts';
import { Refused } from '../../core/refusal.ts';
import type { Api } from './api.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './desk.ts';

export interface Team {
  /** Who has it, once somebody does; null: somebody who is not of this replay. */
  agentOf(conversationId: string): Promise<Desk | null>;
  /** It may have gone to somebody else: ask again next time. */
  forget(conversationId: string): void;
  leave(): void;
}

/** Routing gives what it can; what still waits after this is claimed. */
const claimAfterMs = 3_000;

export async function openTeam(
  api: Api,
  url: string,
  accounts: { account: string; password: string }[],
  stop: AbortSignal,
  onEvent: (event: Event) => void,
): Promise<Team> {
  const owners = new Map<string, string>();
  const changes = new EventEmitter().setMaxListeners(0);
  const desks: Desk[] = [];
  for (const account of accounts) desks.push(await openDesk(api, url, account, follow));

  return {
    async agentOf(conversationId) {
      for (;;) {
        const owner = owners.get(conversationId);
        if (owner) return desks.find((desk) => desk.agentId === owner) ?? null;
        const routed = await Promise.race([
          once(changes, conversationId, { signal: stop }),
          pause(claimAfterMs, null, { signal: stop }),
        ]);
        if (routed === null && !owners.has(conversationId)) await claim(conversationId);
      }
    },
    forget: (conversationId) => void owners.delete(conversationId),
    leave: () => desks.forEach((desk) => desk.leave()),
  };

  function follow(event: Event) {
    if (event.type === 'episode.assigned') give(event.conversationId, event.agentId);
    onEvent(event);
  }

  function give(conversationId: string, agentId: string) {
    owners.set(conversationId, agentId);
    changes.emit(conversationId);
  }

  /** By the one with the fewest, of those within whose reach it is; or else finds out who was faster. */
  async function claim(conversationId: string): Promise<void> {
    const load = (desk: Desk) => [...owners.values()].filter((owner) => owner === desk.agentId).length;
    for (const desk of desks.toSorted((a, b) => load(a) - load(b))) {
      try {
        await desk.post(`/api/v1/conversations/${conversationId}/claim`);
        return give(conversationId, desk.agentId);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (error.refusal.code === 'conflict') return find(desk, conversationId);
      }
    }
  }

  async function find(desk: Desk, conversationId: string): Promise<void> {
    const { conversation } = await desk.get<ThreadAnswer>(`/api/v1/conversations/${conversationId}`);
    if (conversation.assigneeId) give(conversationId, conversation.assigneeId);
  }
}
