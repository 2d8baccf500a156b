/** What each shop judges by, compiled and kept in memory for a moment: every message asks for it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Standard } from '../../../core/standard/apply-settings.ts';
import { standardOf } from '../../../core/standard/apply-settings.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { StandardVersion } from './versions.ts';
import { readVersion } from './versions.ts';

export interface Standards {
  current(shopId: string): Promise<Standard>;
  /** As it was: to judge a conversation again as it was judged. */
  at(shopId: string, version: number): Promise<Standard>;
  /** A version was added here: this node takes it up now, and when this resolves every node has. */
  published(shopId: string): Promise<void>;
}

/** Of the machine, not of the desk's clock: a cache has nothing to do with anybody's day. */
const keptMs = 1000;
/** Clocks of two machines need not run quite alike. */
const marginMs = 50;
const mostOld = 50;

export function openStandards(pool: Pool): Standards {
  const kept = new Map<string, { standard: Promise<Standard>; until: number }>();
  const old = new Map<string, Standard>();

  return {
    current,

    async at(shopId, version) {
      const now = await current(shopId);
      if (now.version === version) return now;
      const key = `${shopId} ${version}`;
      const known = old.get(key);
      if (known) return known;
      const standard = compiled(await inShop(pool, shopId, (tx) => readVersion(tx, shopId, version)), key);
      old.set(key, standard);
      if (old.size > mostOld) old.delete(old.keys().next().value!);
      return standard;
    },

    async published(shopId) {
      kept.delete(shopId);
      await pause(keptMs + marginMs);
    },
  };

  function current(shopId: string): Promise<Standard> {
    const known = kept.get(shopId);
    if (known && known.until > performance.now()) return known.standard;
    // Counted from before the database is asked: what is kept is never older than this.
    const until = performance.now() + keptMs;
    const standard = load(shopId, known?.standard);
    kept.set(shopId, { standard, until });
    standard.catch(() => kept.delete(shopId));
    return standard;
  }

  /** A version never changes, so the same one need not be compiled again. */
  async function load(shopId: string, before: Promise<Standard> | undefined): Promise<Standard> {
    const version = await inShop(pool, shopId, (tx) => readVersion(tx, shopId));
    const known = await before?.catch(() => null);
    return known && known.version === version?.version ? known : compiled(version, shopId);
  }
}

function compiled(version: StandardVersion | null, which: string): Standard {
  if (!version) throw new Error(`no standard of ${which}`);
  const { settings, toothless } = version;
  return standardOf({ version: version.version, settings, toothless: Object.keys(toothless) as RuleId[] });
}
