/** Who is signed in. A session is a random token in a cookie; only its hash is stored. */
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { SessionRow } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Group, Person, Role } from '../../../core/team/roles.ts';
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { inShop, query } from '../../platform/database/pool.ts';

export interface Session {
  sessionId: string;
  person: Person;
  expiresAt: number;
  /** When the person last came to be somebody else: other role, other groups; null: not since the session began. */
  personChangedAt: number | null;
}

export interface Sessions {
  /** A new session for somebody whose password was right; the token is told once. */
  begin(person: Person, device: string | null): Promise<{ token: string; session: Session }>;
  /** null: unknown, expired or ended. */
  find(token: string): Promise<Session | null>;
  list(session: Session): Promise<SessionRow[]>;
  /** Ends one of the person's own; its live sockets close at once. */
  end(person: Person, sessionId: string): Promise<void>;
  /** Another token for the same session: the one before is worth nothing from now on. */
  rotate(sessionId: string): Promise<string>;
  /** Ends all of somebody's but one, in the transaction of what is done about them; what it answers tells their sockets. */
  endAllOf(tx: Tx, whose: Pick<Person, 'shopId' | 'agentId'>, but?: string): Promise<() => void>;
  /** Has the sockets of somebody opened anew, as whoever they are now. In the change's transaction, like the above. */
  personChanged(tx: Tx, whose: Pick<Person, 'shopId' | 'agentId'>): Promise<() => void>;
  /** Called with the id of every session that ends on this node, or whose person changed. */
  onEnd(listener: (sessionId: string) => void): void;
  onPersonChange(listener: (sessionId: string) => void): void;
  /** Those of these that are still good, with when their person changed: for sockets of what other nodes did. */
  standing(sessionIds: string[]): Promise<Map<string, number | null>>;
}

const lifeMs = 12 * 3600_000;
/** A session in use is prolonged, though not at every request. */
const prolongAfterMs = 5 * 60_000;

export function openSessions(pool: Pool, now: () => number): Sessions {
  const endListeners: ((sessionId: string) => void)[] = [];
  const changeListeners: ((sessionId: string) => void)[] = [];
  return {
    async begin(person, device) {
      const token = randomBytes(32).toString('base64url');
      const session = { sessionId: uuid(), person, expiresAt: now() + lifeMs, personChangedAt: null };
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
        `select session_id, shop_id, agent_id, last_seen_at, expires_at, person_changed_at from sessions
        where token_hash = $1 and ended_at is null and expires_at > $2`,
        [hash(token), at(now())],
      );
      if (!row) return null;
      const person = await personOf(pool, row.shop_id, row.agent_id);
      if (!person) return null;
      const found = { sessionId: row.session_id, person, personChangedAt: row.person_changed_at };
      if (now() - row.last_seen_at < prolongAfterMs) return { ...found, expiresAt: row.expires_at };
      const expiresAt = now() + lifeMs;
      await query(
        pool,
        'update sessions set last_seen_at = $2, expires_at = $3 where session_id = $1 and ended_at is null',
        [row.session_id, at(now()), at(expiresAt)],
      );
      return { ...found, expiresAt };
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
      for (const listener of endListeners) listener(sessionId);
    },

    async rotate(sessionId) {
      const token = randomBytes(32).toString('base64url');
      const rows = await query(
        pool,
        'update sessions set token_hash = $2 where session_id = $1 and ended_at is null returning session_id',
        [sessionId, hash(token)],
      );
      if (rows.length === 0) refuse({ code: 'unauthenticated' });
      return token;
    },

    async endAllOf(tx, { shopId, agentId }, but) {
      const rows = await tx.query<{ session_id: string }>(
        `update sessions set ended_at = $3 where shop_id = $1 and agent_id = $2 and ended_at is null
          and session_id is distinct from $4 returning session_id`,
        [shopId, agentId, at(now()), but ?? null],
      );
      return () => rows.forEach((row) => endListeners.forEach((listener) => listener(row.session_id)));
    },

    async personChanged(tx, { shopId, agentId }) {
      const rows = await tx.query<{ session_id: string }>(
        `update sessions set person_changed_at = $3 where shop_id = $1 and agent_id = $2 and ended_at is null
        returning session_id`,
        [shopId, agentId, at(now())],
      );
      return () => rows.forEach((row) => changeListeners.forEach((listener) => listener(row.session_id)));
    },

    onEnd: (listener) => void endListeners.push(listener),
    onPersonChange: (listener) => void changeListeners.push(listener),

    async standing(sessionIds) {
      const rows = await query<{ session_id: string; person_changed_at: number | null }>(
        pool,
        `select session_id, person_changed_at from sessions
        where session_id = any($1::uuid[]) and ended_at is null and expires_at > $2`,
        [sessionIds, at(now())],
      );
      return new Map(rows.map((row) => [row.session_id, row.person_changed_at]));
    },
  };
}

interface FoundRow {
  session_id: string;
  shop_id: string;
  agent_id: string;
  last_seen_at: number;
  expires_at: number;
  person_changed_at: number | null;
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
