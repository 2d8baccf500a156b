/** What the shop decides about its widget, beside the keys that sign for its customers. */
import { createHash } from 'node:crypto';
import type { WidgetSettingsAnswer } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { WidgetSettings } from '../../../core/team/shop-settings.ts';
import { ownLook } from '../../../core/team/widget-look.ts';
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Shops } from '../team/index.ts';
import { listKeys } from './widget-keys.ts';

type Settings = WidgetSettingsAnswer['settings'];

export async function readWidgetSettings(pool: Pool, { shopId }: Person): Promise<WidgetSettingsAnswer> {
  return inShop(pool, shopId, async (tx) => answerOf(tx, shopId));
}

/** Only the widget's part is written: other settings of the shop have pages of their own. */
export async function saveWidgetSettings(
  pool: Pool,
  shops: Shops,
  { shopId }: Person,
  settings: Settings,
  revision: string,
): Promise<WidgetSettingsAnswer> {
  const answer = await inShop(pool, shopId, async (tx) => {
    const before = await readSettings(tx, shopId, 'for update');
    const same = revisionOf(before.settings) === revisionOf(settings);
    // A repetition of what was just saved: the answer to the first may have been lost.
    if (!same && revisionOf(before.settings) !== revision)
      refuse({ code: 'conflict', reason: 'widget-changed' });
    tx.send(`update shops set settings = jsonb_set(settings, '{widget}', $2) where shop_id = $1`, [
      shopId,
      JSON.stringify(settings),
    ]);
    return answerOf(tx, shopId);
  });
  shops.forget(shopId);
  return answer;
}

async function answerOf(tx: Tx, shopId: string): Promise<WidgetSettingsAnswer> {
  const { shop, settings } = await readSettings(tx, shopId);
  return { shop, settings, revision: revisionOf(settings), keys: await listKeys(tx, shopId) };
}

async function readSettings(tx: Tx, shopId: string, lock: '' | 'for update' = '') {
  const [row] = await tx.query<{ slug: string; name: string; widget: WidgetSettings }>(
    `select slug, name, settings->'widget' as widget from shops where shop_id = $1 ${lock}`,
    [shopId],
  );
  const { slug, name, widget } = row!;
  return { shop: { slug, name }, settings: { ...widget, look: widget.look ?? ownLook } };
}

/** The same settings give the same, in whatever order their fields stand. */
function revisionOf({ greeting, topics, origins, look }: Settings): string {
  const { colour, name, side } = look;
  const parts = [greeting.zh, greeting['zh-TW'] ?? null, greeting.en, topics, origins, colour, name, side];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
