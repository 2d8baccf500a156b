/** Connected systems as they stand in the database. */
import type {
  SourceKeys,
  SourceKind,
  SourceStanding,
  SourceTrouble,
  SourceView,
} from '../../../../core/commerce/source-api.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';
import type { Cursor } from './cursor.ts';
import { readCursor } from './cursor.ts';

export interface SourceRow {
  sourceId: string;
  kind: SourceKind;
  name: string;
  address: string;
  secrets: Buffer;
  currency: string;
  state: SourceView['state'];
  cursor: unknown;
  nextPullAt: number;
  completeAt: number | null;
  toldAt: number | null;
  failingSince: number | null;
  failures: number;
  failure: SourceTrouble | null;
  hookAt: number | null;
  forged: number;
  forgedAt: number | null;
}

const columns = `source_id as "sourceId", kind, name, address, secrets, currency, state, cursor,
  next_pull_at as "nextPullAt", complete_at as "completeAt", told_at as "toldAt", failing_since as "failingSince",
  failures, failure, hook_at as "hookAt", forged, forged_at as "forgedAt"`;

export const readSources = (tx: Tx, shopId: string): Promise<SourceRow[]> =>
  tx.query(`select ${columns} from sources where shop_id = $1 order by created_at, source_id`, [shopId]);

export async function readSource(tx: Tx, shopId: string, sourceId: string): Promise<SourceRow | null> {
  const [row] = await tx.query<SourceRow>(
    `select ${columns} from sources where shop_id = $1 and source_id = $2`,
    [shopId, sourceId],
  );
  return row ?? null;
}

export async function requireSource(tx: Tx, shopId: string, sourceId: string): Promise<SourceRow> {
  return (await readSource(tx, shopId, sourceId)) ?? refuse({ code: 'not-found', what: 'source' });
}

/** Of the source that orders carry; null: none is connected, files tell. */
export async function standingOf(tx: Tx, shopId: string, name: string): Promise<SourceStanding | null> {
  const [row] = await tx.query<SourceStanding>(
    `select told_at as "toldAt", failing_since as "failingSince", failure as trouble from sources
    where shop_id = $1 and name = $2`,
    [shopId, name],
  );
  return row ?? null;
}

export const keysOf = (vault: Vault, { secrets }: Pick<SourceRow, 'secrets'>): SourceKeys =>
  JSON.parse(vault.open(secrets).toString('utf8')) as SourceKeys;
export const sealed = (vault: Vault, keys: SourceKeys): Buffer =>
  vault.seal(Buffer.from(JSON.stringify(keys)));

/** Without its keys. */
export function viewOf(vault: Vault, slug: string, row: SourceRow): SourceView {
  const { sourceId, kind, name, address, currency, state, completeAt, hookAt, forged, forgedAt } = row;
  const cursor: Cursor = readCursor(row.cursor);
  return {
    sourceId,
    kind,
    name,
    address,
    currency,
    has: Object.entries(keysOf(vault, row)).flatMap(([key, value]) => (value === '' ? [] : key)),
    state,
    hookPath: `/hooks/${slug}/${sourceId}`,
    standing: { toldAt: row.toldAt, failingSince: row.failingSince, trouble: row.failure },
    reading: cursor.began === null ? null : { stage: cursor.stage, records: cursor.records },
    completeAt,
    hookAt,
    forged,
    forgedAt,
    nextAt: row.nextPullAt,
  };
}
