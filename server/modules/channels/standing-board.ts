/**
 * Tells each customer who has the widget open where they stand, and again whenever that changes.
 * A passing frame, not an event: a place in the line is nobody's history.
 */
import type { CustomerStanding } from '../../../core/conversations/customer-standing.ts';
import type { Strand } from '../../../core/conversations/merge.ts';
import type { EventType } from '../../../core/events.ts';
import { isOpen } from '../../../core/team/working-hours.ts';
import type { Entry } from '../../platform/log/entries.ts';
import type { Connection } from '../../platform/sockets/connection.ts';
import type { Conversations } from '../conversations/index.ts';
import { watchFreedHands } from './freed-hands.ts';
import { readStandings } from './standings.ts';

export interface StandingBoard {
  /** Until the connection closes. Told as soon as it is read. */
  follow(connection: Connection, shopId: string, strands: Strand[]): void;
  /** The log has gone on. */
  note(entries: readonly Entry[]): void;
  /** Resolves when nothing is being read any more. */
  stop(): Promise<void>;
}

interface Follower {
  connection: Connection;
  /** Their own thread, and those that it was merged into. */
  strands: Strand[];
  standing: CustomerStanding | null;
  /** As it was sent last; '': nothing was. */
  told: string;
}

/** The followers of a shop that are on this node. */
interface Audience {
  followers: Map<Connection, Follower>;
  /** Conversations that something happened to since they were told. */
  changed: Set<string>;
  wasOpen: boolean | null;
  /** One reading after another, so that what was read first is never told last. */
  telling: Promise<void>;
}

/** Hands come and go without an event, and shops open by the clock. */
const lookAgainMs = 5_000;
/** Of many changes in a row customers see the last, and those who come together are read together. */
const gatherMs = 200;

const moves: ReadonlySet<EventType> = new Set<EventType>([
  'episode.opened',
  'episode.assigned',
  'episode.queued',
  'episode.closed',
  'episode.urgent',
  'episode.rated',
]);

export function openStandingBoard(
  conversations: Conversations,
  onFailure: (error: unknown) => void,
): StandingBoard {
  const audiences = new Map<string, Audience>();
  const freedHands = watchFreedHands(conversations.now);
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const looking = setInterval(() => {
    for (const [shopId, audience] of audiences) inTurn(audience, () => lookAgain(shopId, audience));
  }, lookAgainMs);

  return {
    follow(connection, shopId, strands) {
      if (!connection.isOpen()) return;
      const audience = audiences.get(shopId) ?? newAudience();
      audiences.set(shopId, audience);
      const { followers } = audience;
      if (!followers.has(connection)) connection.onClose(() => leave(connection, shopId));
      followers.set(connection, { connection, strands, standing: null, told: '' });
      gather();
    },

    note(entries) {
      freedHands.note(entries);
      for (const { shopId, event } of entries) {
        const audience = audiences.get(shopId);
        if (!audience || !moves.has(event.type)) continue;
        audience.changed.add(event.conversationId);
        gather();
      }
    },

    async stop() {
      clearInterval(looking);
      clearTimeout(gathering);
      const reading = [...audiences.values()].map(({ telling }) => telling);
      audiences.clear();
      await Promise.all(reading);
    },
  };

  function leave(connection: Connection, shopId: string) {
    const audience = audiences.get(shopId);
    audience?.followers.delete(connection);
    if (audience?.followers.size === 0) audiences.delete(shopId);
  }

  function gather() {
    gathering ??= setTimeout(tellAll, gatherMs);
  }

  function inTurn(audience: Audience, work: () => Promise<void>) {
    audience.telling = audience.telling.then(work).catch(onFailure);
  }

  /** Those who have come, those it happened to, and where the line moved everybody in it. */
  function tellAll() {
    gathering = undefined;
    for (const [shopId, audience] of audiences) {
      const { followers, changed } = audience;
      const moved = changed.size > 0;
      const touched = [...followers.values()].filter(
        ({ told, strands, standing }) =>
          told === '' ||
          strands.some(({ conversationId }) => changed.has(conversationId)) ||
          (moved && standing?.stage === 'waiting'),
      );
      changed.clear();
      inTurn(audience, () => tell(shopId, touched));
    }
  }

  /** Without an event only the line moves, and everybody's notice when the shop opens or closes. */
  async function lookAgain(shopId: string, audience: Audience): Promise<void> {
    const { hours } = (await conversations.shops.get(shopId)).settings;
    const open = isOpen(hours, conversations.now());
    const all = audience.wasOpen !== open;
    audience.wasOpen = open;
    await tell(
      shopId,
      [...audience.followers.values()].filter(
        // Where reading has failed, it is tried again.
        ({ told, standing }) => all || told === '' || standing?.stage === 'waiting',
      ),
    );
  }

  async function tell(shopId: string, followers: Follower[]): Promise<void> {
    if (followers.length === 0) return;
    const threads = new Map(followers.map(({ strands }) => [ownOf(strands), strands]));
    const standings = await readStandings(conversations, shopId, threads, freedHands.of(shopId));
    for (const follower of followers) {
      const { connection, strands } = follower;
      const conversationId = ownOf(strands);
      const standing = standings.get(conversationId)!;
      const written = JSON.stringify(standing);
      follower.standing = standing;
      if (written === follower.told) continue;
      follower.told = written;
      connection.send({ type: 'standing', conversationId, standing });
    }
  }
}

const ownOf = (strands: Strand[]) => strands[0]!.conversationId;

const newAudience = (): Audience => ({
  followers: new Map(),
  changed: new Set(),
  wasOpen: null,
  telling: Promise.resolve(),
});
