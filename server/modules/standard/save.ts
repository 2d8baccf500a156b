/** Saves a new version of the standard, where nobody else has saved one meanwhile. */
import { isDeepStrictEqual } from 'node:util';
import { refuse } from '../../../core/refusal.ts';
import { settingsProblems } from '../../../core/standard/settings-problems.ts';
import type { StandardSettings } from '../../../core/standard/settings.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Standards } from './standards.ts';
import { addVersion, listVersions, readVersion } from './versions.ts';

export interface Standing {
  pool: Pool;
  standards: Standards;
  now(): number;
}

export interface Saving {
  settings: StandardSettings;
  basedOn: number;
  note: string;
}

/** Resolves when every node judges by it. */
export async function saveSettings(
  { pool, standards, now }: Standing,
  person: Person,
  { settings, basedOn, note }: Saving,
): Promise<{ version: number }> {
  requireSound(settings);
  const { shopId, agentId } = person;
  const saved = await inShop(pool, shopId, async (tx) => {
    const current = (await readVersion(tx, shopId))!;
    // A repetition of what was just saved, by the same person: the answer to the first may have been lost.
    if (current.version === basedOn + 1) {
      const [last] = await listVersions(tx, shopId);
      const same = isDeepStrictEqual(current.settings, JSON.parse(JSON.stringify(settings)));
      return same && last!.by?.agentId === agentId && last!.note === note;
    }
    if (current.version !== basedOn) return false;
    const { toothless } = current;
    return addVersion(tx, shopId, { basedOn, settings, toothless, by: agentId, note, at: now() });
  });
  if (!saved) refuse({ code: 'conflict', reason: 'standard-changed' });
  await standards.published(shopId);
  return { version: basedOn + 1 };
}

/** Examples of phrases are tried here: what goes wrong is named, and nothing is saved. */
export function requireSound(settings: StandardSettings): void {
  const problems = settingsProblems(settings);
  if (problems.length > 0)
    refuse({
      code: 'invalid',
      problems: problems.map(({ field, problem }) => ({ field: `settings.${field}`, problem })),
    });
}
