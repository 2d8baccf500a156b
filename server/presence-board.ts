/** The presence of this node's connections: leases renewed while they stay, told to colleagues when they change. */
import type { Person } from '../core/team/roles.ts';
import type { PresenceState } from '../core/wire.ts';
import { endLease, leaseMs, presenceOf, renewLease } from './modules/team/index.ts';
import type { Pool } from './platform/database/pool.ts';
import { inShop } from './platform/database/pool.ts';
import type { Connection } from './platform/sockets/connection.ts';
import type { Hub } from './platform/sockets/hub.ts';

export interface PresenceBoard {
  set(person: Person, connection: Connection, state: PresenceState): Promise<void>;
  leave(person: Person, connection: Connection): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  pool: Pool;
  hub: Hub;
  now(): number;
  /** Somebody came or went: waiting conversations may find a hand. */
  onChange(shopId: string): void;
  onFailure(error: unknown): void;
}

export function openPresenceBoard({ pool, hub, now, onChange, onFailure }: Options): PresenceBoard {
  const here = new Map<Connection, { person: Person; state: PresenceState }>();
  const renewing = setInterval(() => {
    for (const [connection, one] of here) write(connection, one).catch(onFailure);
  }, leaseMs / 3);

  return {
    async set(person, connection, state) {
      here.set(connection, { person, state });
      await write(connection, { person, state });
      tell(person, connection, state);
    },
    async leave(person, connection) {
      if (!here.delete(connection)) return;
      tell(person, connection, await remove(connection, person));
    },
    async stop() {
      clearInterval(renewing);
      await Promise.all(
        [...here].map(([connection, { person }]) => remove(connection, person).catch(onFailure)),
      );
      here.clear();
    },
  };

  function write(connection: Connection, { person, state }: { person: Person; state: PresenceState }) {
    const { shopId, agentId } = person;
    return inShop(pool, shopId, async (tx) =>
      renewLease(tx, { shopId, agentId, connectionId: connection.id, state }, now()),
    );
  }

  /** Answers how they are at their other places, of whatever node. */
  function remove(connection: Connection, { shopId, agentId }: Person) {
    return inShop(pool, shopId, (tx) => {
      endLease(tx, { shopId, agentId, connectionId: connection.id });
      return presenceOf(tx, { shopId, agentId }, now());
    });
  }

  function tell({ shopId, agentId }: Person, connection: Connection, state: PresenceState | 'offline') {
    hub.pass({ shopId, conversationId: null }, { type: 'presence', agentId, state }, connection);
    onChange(shopId);
  }
}
