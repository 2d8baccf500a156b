/**
 * Tells each customer who has the widget open where they stand, and again whenever that changes.
 * A passing frame, not an event: a place in the line is nobody's history.
 */
import type { CustomerStanding } from '../../../core/conversations/customer-standing.ts';
import type { EventType } from '../../../core/events.ts';
import type { Entry } from '../../platform/log/entries.ts';
import type { Connection } from '../../platform/sockets/connection.ts';
import type { Conversations } from '../conversations/index.ts';
import { watchFreedHands } from './freed-hands.ts';
import { readStandings } from './standings.ts';

export interface StandingBoard {
  /** Until the connection closes. Told at once. */
  follow(connection: Connection, shopId: string, conversationId: string): Promise<void>;
  /** The log has gone on. */
  note(entries: readonly Entry[]): void;
  stop(): void;
}

interface Follower {
  connection: Connection;
  conversationId: string;
  standing: CustomerStanding | null;
  /** As it was sent last. */
  told: string;
}

/** Hands come and go without an event, and shops open by the clock. */
const lookAgainMs = 5_000;
/** Of many changes in a row customers see the last. */
const gatherMs = 500;

const movesTheLine: ReadonlySet<EventType> = new Set<EventType>([
  'episode.opened',
  'episode.assigned',
  'episode.queued',
  'episode.closed',
  'episode.urgent',
]);

export function openStandingBoard(
  conversations: Conversations,
  onFailure: (error: unknown) => void,
): StandingBoard {
  const byShop = new Map<string, Set<Follower>>();
  const stale = new Map<string, Set<string>>();
  const freedHands = watchFreedHands(conversations.now);
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const looking = setInterval(() => {
    for (const shopId of byShop.keys()) void refresh(shopId, movable(shopId)).catch(onFailure);
  }, lookAgainMs);

  return {
    async follow(connection, shopId, conversationId) {
      if (!connection.isOpen()) return;
      const follower: Follower = { connection, conversationId, standing: null, told: '' };
      const followers = byShop.get(shopId) ?? new Set();
      for (const one of followers) if (one.connection === connection) followers.delete(one);
      byShop.set(shopId, followers.add(follower));
      connection.onClose(() => {
        followers.delete(follower);
        if (followers.size === 0 && byShop.get(shopId) === followers) byShop.delete(shopId);
      });
      await refresh(shopId, [follower]);
    },

    note(entries) {
      freedHands.note(entries);
      for (const { shopId, event } of entries) {
        if (!byShop.has(shopId)) continue;
        if (!movesTheLine.has(event.type) && event.type !== 'episode.rated') continue;
        const changed = stale.get(shopId) ?? new Set();
        stale.set(shopId, changed.add(event.conversationId));
        gathering ??= setTimeout(tellAll, gatherMs);
      }
    },

    stop() {
      clearInterval(looking);
      clearTimeout(gathering);
      byShop.clear();
    },
  };

  function tellAll() {
    gathering = undefined;
    for (const [shopId, changed] of stale) {
      const followers = [...(byShop.get(shopId) ?? [])];
      const touched = followers.filter(
        ({ conversationId, standing }) => changed.has(conversationId) || standing?.stage === 'waiting',
      );
      void refresh(shopId, touched).catch(onFailure);
    }
    stale.clear();
  }

  /** Those whose standing can change without an event of theirs. */
  function movable(shopId: string): Follower[] {
    return [...(byShop.get(shopId) ?? [])].filter(({ standing }) => standing?.stage !== 'served');
  }

  async function refresh(shopId: string, followers: Follower[]): Promise<void> {
    if (followers.length === 0) return;
    const ids = [...new Set(followers.map(({ conversationId }) => conversationId))];
    const standings = await readStandings(conversations, shopId, ids, freedHands.of(shopId));
    for (const follower of followers) {
      const { connection, conversationId } = follower;
      const standing = standings.get(conversationId)!;
      const written = JSON.stringify(standing);
      follower.standing = standing;
      if (written === follower.told) continue;
      follower.told = written;
      connection.send({ type: 'standing', conversationId, standing });
    }
  }
}
