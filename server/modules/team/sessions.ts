/** Who is signed in. A session is a random token in a cookie; only its hash is stored. */
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { SessionRow } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Group, Person, Role } from '../../../core/team/roles.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop, query } from '../../platform/database/pool.ts';

export interface Session {
  sessionId: string;
  person: Person;
  expiresAt: number;
}

export interface Sessions {
  /** A new session for somebody whose password was right; the token is told once. */
  begin(person: Person, device: string | null): Promise<{ token: string; session: Session }>;
  /** null: unknown, expired or ended. */
  find(token: string): Promise<Session | null>;
  list(session: Session): Promise<SessionRow[]>;
  /** Ends one of the person's own; its live sockets close at once. */
  end(person: Person, sessionId: string): Promise<void>;
  /** Called with the id of every session that ends on this node. */
  onEnd(listener: (sessionId: string) => void): void;
  /** Which of these are no longer good: for sockets of sessions that were ended on another node. */
  ended(sessionIds: string[]): Promise<string[]>;
}

const lifeMs = 12 * 3600_000;
/** A session in use is prolonged, though not at every request. */
const prolongAfterMs = 5 * 60_000;

export function openSessions(pool: Pool, now: () => number): Sessions {
  const listeners: ((sessionId: string) => void)[] = [];
  return {
    async begin(person, device) {
      const token = randomBytes(32).toString('base64url');
      const session = { sessionId: uuid(), person, expiresAt: now() + lifeMs };
      await query(
        pool,
        `insert into sessions (token_hash, session_id, shop_id, agent_id, device, created_at, last_seen_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $6, $7)`,
        [
          hash(token),
          session.sessionId,
          person.shopId,
          person.agentId,
          device?.slice(0, 200) ?? null,
          at(now()),
          at(session.expiresAt),
        ],
      );
      return { token, session };
    },

    async find(token) {
      const [row] = await query<FoundRow>(
        pool,
        `select session_id, shop_id, agent_id, last_seen_at, expires_at from sessions
        where token_hash = $1 and ended_at is null and expires_at > $2`,
        [hash(token), at(now())],
      );
      if (!row) return null;
      const person = await personOf(pool, row.shop_id, row.agent_id);
      if (!person) return null;
      if (now() - row.last_seen_at < prolongAfterMs)
        return { sessionId: row.session_id, person, expiresAt: row.expires_at };
      const expiresAt = now() + lifeMs;
      await query(
        pool,
        'update sessions set last_seen_at = $2, expires_at = $3 where session_id = $1 and ended_at is null',
        [row.session_id, at(now()), at(expiresAt)],
      );
      return { sessionId: row.session_id, person, expiresAt };
    },

    async list(session) {
      const rows = await query<ListedRow>(
        pool,
        `select session_id, created_at, last_seen_at, device from sessions
        where shop_id = $1 and agent_id = $2 and ended_at is null and expires_at > $3 order by last_seen_at desc`,
        [session.person.shopId, session.person.agentId, at(now())],
      );
      return rows.map((row) => ({
        sessionId: row.session_id,
        createdAt: row.created_at,
        lastSeenAt: row.last_seen_at,
        device: row.device,
        current: row.session_id === session.sessionId,
      }));
    },

    async end(person, sessionId) {
      const rows = await query(
        pool,
        `update sessions set ended_at = $4 where session_id = $1 and shop_id = $2 and agent_id = $3 and ended_at is null
        returning session_id`,
        [sessionId, person.shopId, person.agentId, at(now())],
      );
      if (rows.length === 0) refuse({ code: 'not-found', what: 'session' });
      for (const listener of listeners) listener(sessionId);
    },

    onEnd: (listener) => void listeners.push(listener),

    async ended(sessionIds) {
      const alive = await query<{ session_id: string }>(
        pool,
        'select session_id from sessions where session_id = any($1::uuid[]) and ended_at is null and expires_at > $2',
        [sessionIds, at(now())],
      );
      const good = new Set(alive.map((row) => row.session_id));
      return sessionIds.filter((id) => !good.has(id));
    },
  };
}

interface FoundRow {
  session_id: string;
  shop_id: string;
  agent_id: string;
  last_seen_at: number;
  expires_at: number;
}
interface ListedRow {
  session_id: string;
  created_at: number;
  last_seen_at: number;
  device: string | null;
}

/** null: gone, or has left the shop. */
async function personOf(pool: Pool, shopId: string, agentId: string): Promise<Person | null> {
  const [row] = await inShop(pool, shopId, (tx) =>
    tx.query<{ name: string; work_number: string; role: Role; groups: Group[] }>(
      'select name, work_number, role, groups from agents where shop_id = $1 and agent_id = $2 and left_at is null',
      [shopId, agentId],
    ),
  );
  return row
    ? { shopId, agentId, name: row.name, workNumber: row.work_number, role: row.role, groups: row.groups }
    : null;
}

const hash = (token: string) => createHash('sha256').update(token).digest();
const at = (ms: number) => new Date(ms).toISOString();
