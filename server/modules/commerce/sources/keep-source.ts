/** Connecting a shop system, changing how, and letting it go. Who did is written down; keys never leave the vault. */
import { v7 as uuid } from 'uuid';
import type {
  NewSource,
  SourceChange,
  SourceKeys,
  SourceKind,
  SourceTrouble,
  SourceView,
  SourceWrite,
} from '../../../../core/commerce/source-api.ts';
import { sourceKeys } from '../../../../core/commerce/source-api.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Sources } from './context.ts';
import { PageGone, Troubled } from './platform.ts';
import { platforms } from './platforms.ts';
import { keysOf, readSource, readSources, requireSource, sealed, viewOf } from './source-rows.ts';

/** Only one that answers is connected. */
export async function connectSource(
  sources: Sources,
  person: Person,
  { kind, address, keys }: NewSource,
): Promise<SourceView> {
  const { pool, vault, now } = sources;
  const { shopId } = person;
  const sourceId = uuid();
  const kept = knownKeys(kind, keys);
  const at = platforms[kind].addressOf(address);
  const { currency } = await greet(sources, kind, { sourceId, address: at, keys: kept });
  await inShop(pool, shopId, async (tx) => {
    const name = freeName(kind, await readSources(tx, shopId));
    tx.send(
      `insert into sources (shop_id, source_id, kind, name, address, secrets, currency, state, next_pull_at, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, 'on', $8, $8)`,
      [shopId, sourceId, kind, name, at, sealed(vault, kept), currency, new Date(now())],
    );
    note(tx, person, sourceId, name, 'connected', now());
  });
  return viewNow(sources, shopId, sourceId);
}

/** Another address or other keys must answer too. */
export async function changeSource(
  sources: Sources,
  person: Person,
  sourceId: string,
  { address, keys, state }: SourceChange,
): Promise<SourceView> {
  const { pool, vault, now } = sources;
  const { shopId } = person;
  const before = await inShop(pool, shopId, (tx) => requireSource(tx, shopId, sourceId));
  const at = address === undefined ? before.address : platforms[before.kind].addressOf(address);
  const kept = { ...keysOf(vault, before), ...knownKeys(before.kind, keys ?? {}) };
  const moved = address !== undefined || keys !== undefined;
  if (moved) await greet(sources, before.kind, { sourceId, address: at, keys: kept });
  await inShop(pool, shopId, async (tx) => {
    tx.send(
      `update sources set address = $3, secrets = $4, state = $5, next_pull_at = $6,
        failing_since = case when $7::boolean then null else failing_since end,
        failure = case when $7 then null else failure end, failures = case when $7 then 0 else failures end
      where shop_id = $1 and source_id = $2`,
      [shopId, sourceId, at, sealed(vault, kept), state ?? before.state, new Date(now()), moved],
    );
    if (moved) note(tx, person, sourceId, before.name, 'changed', now());
    if (state !== undefined && state !== before.state)
      note(tx, person, sourceId, before.name, state === 'on' ? 'resumed' : 'paused', now());
  });
  return viewNow(sources, shopId, sourceId);
}

/** Asks it now, whatever is known of it; what comes of it is kept. */
export async function testSource(sources: Sources, shopId: string, sourceId: string): Promise<SourceView> {
  const { pool, vault, now } = sources;
  const row = await inShop(pool, shopId, (tx) => requireSource(tx, shopId, sourceId));
  const { kind, address } = row;
  await greet(sources, kind, { sourceId, address, keys: keysOf(vault, row) });
  await inShop(pool, shopId, async (tx) =>
    tx.send(
      `update sources set failing_since = null, failure = null, failures = 0, next_pull_at = $3
      where shop_id = $1 and source_id = $2`,
      [shopId, sourceId, new Date(now())],
    ),
  );
  return viewNow(sources, shopId, sourceId);
}

/** `whole`: from the beginning, as if nothing were known. */
export async function pullNow(
  sources: Sources,
  shopId: string,
  sourceId: string,
  whole: boolean,
): Promise<SourceView> {
  const { pool, now } = sources;
  await inShop(pool, shopId, async (tx) => {
    await requireSource(tx, shopId, sourceId);
    tx.send(
      `update sources set next_pull_at = $3, cursor = case when $4::boolean then '{}'::jsonb else cursor end,
        run_token = case when $4 then null else run_token end, beat_at = case when $4 then null else beat_at end
      where shop_id = $1 and source_id = $2`,
      [shopId, sourceId, new Date(now()), whole],
    );
  });
  return viewNow(sources, shopId, sourceId);
}

/** Its orders stay: they are the shop's. */
export async function removeSource(sources: Sources, person: Person, sourceId: string): Promise<void> {
  const { shopId } = person;
  await inShop(sources.pool, shopId, async (tx) => {
    const { name } = await requireSource(tx, shopId, sourceId);
    tx.send('delete from sources where shop_id = $1 and source_id = $2', [shopId, sourceId]);
    note(tx, person, sourceId, name, 'removed', sources.now());
  });
}

export async function listSources(sources: Sources, shopId: string): Promise<SourceView[]> {
  const slug = await sources.slugOf(shopId);
  const rows = await inShop(sources.pool, shopId, (tx) => readSources(tx, shopId));
  return rows.map((row) => viewOf(sources.vault, slug, row));
}

export const writesOf = (sources: Sources, shopId: string, sourceId: string): Promise<SourceWrite[]> =>
  inShop(sources.pool, shopId, async (tx) => {
    await requireSource(tx, shopId, sourceId);
    return tx.query<SourceWrite>(
      `select c.what, a.name as "byName", c.at from source_changes c
      join agents a on a.shop_id = c.shop_id and a.agent_id = c.agent_id
      where c.shop_id = $1 and c.source_id = $2 order by c.at desc, c.change_id desc limit 20`,
      [shopId, sourceId],
    );
  });

async function viewNow(sources: Sources, shopId: string, sourceId: string): Promise<SourceView> {
  const slug = await sources.slugOf(shopId);
  const row = await inShop(sources.pool, shopId, (tx) => readSource(tx, shopId, sourceId));
  return row ? viewOf(sources.vault, slug, row) : refuse({ code: 'not-found', what: 'source' });
}

async function greet(
  { fetch, now }: Sources,
  kind: SourceKind,
  { sourceId, address, keys }: { sourceId: string; address: string; keys: SourceKeys },
): Promise<{ currency: string }> {
  const platform = platforms[kind];
  const missing = platform.missingKeys(keys);
  if (missing.length > 0)
    refuse({
      code: 'invalid',
      problems: missing.map((key) => ({ field: `keys.${key}`, problem: 'missing' })),
    });
  try {
    return await platform.greet({ sourceId, fetch, address, keys, now });
  } catch (error) {
    const trouble = troubleIn(error);
    if (trouble === null) throw error;
    const field = trouble === 'key' || trouble === 'scope' ? 'keys' : 'address';
    return refuse({ code: 'invalid', problems: [{ field, problem: `source-${trouble}` }] });
  }
}

/** null: it is our own. */
export function troubleIn(error: unknown): SourceTrouble | null {
  if (error instanceof Troubled) return error.trouble;
  return error instanceof PageGone ? 'no-answer' : null;
}

/** Of a form's empty field nothing is kept. */
function knownKeys(kind: SourceKind, keys: SourceKeys): SourceKeys {
  const known: readonly string[] = sourceKeys[kind];
  const strange = Object.keys(keys).filter((key) => !known.includes(key));
  if (strange.length > 0)
    refuse({
      code: 'invalid',
      problems: strange.map((key) => ({ field: `keys.${key}`, problem: 'unknown-field' })),
    });
  return Object.fromEntries(
    Object.entries(keys).flatMap(([key, value]) => (value.trim() === '' ? [] : [[key, value.trim()]])),
  );
}

/** `shopify`, and of a second one `shopify-2`. */
function freeName(kind: SourceKind, known: { name: string }[]): string {
  const taken = new Set(known.map(({ name }) => name));
  for (let nth = 1; ; nth++) {
    const name = nth === 1 ? kind : `${kind}-${nth}`;
    if (!taken.has(name)) return name;
  }
}

function note(
  tx: Tx,
  { shopId, agentId }: Person,
  sourceId: string,
  name: string,
  what: SourceWrite['what'],
  at: number,
): void {
  tx.send(
    `insert into source_changes (shop_id, change_id, source_id, agent_id, what, name, at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
    [shopId, uuid(), sourceId, agentId, what, name, new Date(at)],
  );
}
