/** The versions of a shop's standard. One is added, none is ever changed: a score names the one that judged it. */
import type { RuleId } from '../../../core/standard/finding.ts';
import type { StandardSettings } from '../../../core/standard/settings.ts';
import { standardSettings } from '../../../core/standard/settings.ts';
import type { WaitThresholds } from '../../../core/standard/waiting.ts';
import type { Tx } from '../../platform/database/pool.ts';

export interface StandardVersion {
  version: number;
  settings: StandardSettings;
  /** Since when, epoch ms. */
  toothless: Partial<Record<RuleId, number>>;
}

export interface VersionLine {
  version: number;
  /** null: the desk itself. */
  by: { agentId: string; name: string } | null;
  at: number;
  note: string;
  restored: RuleId | null;
}

export interface NewVersion {
  /** What it was made from: saved only while that is the current one. */
  basedOn: number;
  settings: StandardSettings;
  toothless: StandardVersion['toothless'];
  restored?: RuleId;
  by: string | null;
  note: string;
  at: number;
}

/** The current one, or the one named; null: the shop has no such version. */
export async function readVersion(tx: Tx, shopId: string, version?: number): Promise<StandardVersion | null> {
  const [row] = await tx.query<VersionRow>(
    `select v.version, v.settings, v.toothless, s.settings->'thresholds' as thresholds
    from shops s left join lateral (
      select * from standard_versions where shop_id = s.shop_id and ($2::int is null or version = $2)
      order by version desc limit 1
    ) v on true
    where s.shop_id = $1`,
    [shopId, version ?? null],
  );
  if (!row) return null;
  if (row.version !== null) {
    // What was saved before a setting existed has it as the standard does.
    const settings = { ...standardSettings, ...row.settings };
    return { version: row.version, settings, toothless: row.toothless! };
  }
  // As the shop was set up.
  const { thresholds } = row;
  return version === undefined || version === 0
    ? { version: 0, settings: { ...standardSettings, ...(thresholds && { thresholds }) }, toothless: {} }
    : null;
}

/** false: another version has come meanwhile. */
export async function addVersion(tx: Tx, shopId: string, one: NewVersion): Promise<boolean> {
  const added = await tx.query(
    `insert into standard_versions (shop_id, version, settings, toothless, restored, saved_by, note, created_at)
    select $1, $2 + 1, $3, $4, $5, $6, $7, $8
    where $2 = (select coalesce(max(version), 0) from standard_versions where shop_id = $1)
    on conflict do nothing returning version`,
    [
      shopId,
      one.basedOn,
      JSON.stringify(one.settings),
      JSON.stringify(one.toothless),
      one.restored ?? null,
      one.by,
      one.note,
      new Date(one.at).toISOString(),
    ],
  );
  return added.length > 0;
}

/** Newest first. */
export function listVersions(tx: Tx, shopId: string): Promise<VersionLine[]> {
  return tx.query(
    `select v.version, v.created_at as at, v.note, v.restored,
      case when a.agent_id is not null then json_build_object('agentId', a.agent_id, 'name', a.name) end as by
    from standard_versions v left join agents a on a.shop_id = v.shop_id and a.agent_id = v.saved_by
    where v.shop_id = $1 order by v.version desc limit 200`,
    [shopId],
  );
}

interface VersionRow {
  version: number | null;
  settings: StandardSettings | null;
  toothless: StandardVersion['toothless'] | null;
  thresholds: WaitThresholds | null;
}
