/** The presence of this node's connections: leases renewed while they stay, told to colleagues when they change. */
import { v4 as uuid } from 'uuid';
import type { Person } from '../core/team/roles.ts';
import type { PresenceState } from '../core/wire.ts';
import type { Lease } from './modules/team/index.ts';
import { endLeases, leaseMs, presenceOf, renewLeases } from './modules/team/index.ts';
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
  const byShop = new Map<string, Map<Connection, Lease>>();
  let renewal: Promise<unknown> = Promise.resolve();
  const renewing = setInterval(() => (renewal = renewAll()), leaseMs / 3);

  return {
    async set({ shopId, agentId }, connection, state) {
      const leases = byShop.get(shopId) ?? new Map<Connection, Lease>();
      byShop.set(shopId, leases);
      const lease = { agentId, connectionId: leases.get(connection)?.connectionId ?? uuid(), state };
      leases.set(connection, lease);
      await renew(shopId, [lease]);
      tell(shopId, agentId, connection, state);
    },
    async leave({ shopId, agentId }, connection) {
      const leases = byShop.get(shopId);
      const lease = leases?.get(connection);
      if (!leases || !lease) return;
      leases.delete(connection);
      if (leases.size === 0) byShop.delete(shopId);
      // A renewal on its way would bring the lease back.
      await renewal;
      tell(shopId, agentId, connection, await endOne(shopId, lease));
    },
    async stop() {
      clearInterval(renewing);
      const ending = [...byShop].map(([shopId, leases]) => ({ shopId, leases: [...leases.values()] }));
      byShop.clear();
      await renewal;
      await Promise.all(ending.map(({ shopId, leases }) => end(shopId, leases).catch(onFailure)));
    },
  };

  function renewAll() {
    return Promise.all(
      [...byShop].map(([shopId, leases]) => renew(shopId, [...leases.values()]).catch(onFailure)),
    );
  }

  function renew(shopId: string, leases: Lease[]) {
    return inShop(pool, shopId, async (tx) => renewLeases(tx, shopId, leases, now()));
  }

  function end(shopId: string, leases: Lease[]) {
    return inShop(pool, shopId, async (tx) => endLeases(tx, shopId, leases));
  }

  /** Answers how they are at their other places, of whatever node. */
  function endOne(shopId: string, lease: Lease) {
    return inShop(pool, shopId, (tx) => {
      endLeases(tx, shopId, [lease]);
      return presenceOf(tx, shopId, lease.agentId, now());
    });
  }

  function tell(shopId: string, agentId: string, connection: Connection, state: PresenceState | 'offline') {
    hub.pass({ shopId, conversationId: null }, { type: 'presence', agentId, state }, connection);
    onChange(shopId);
  }
}
