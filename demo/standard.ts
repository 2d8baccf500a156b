/** What the demo shop has decided about its standard so far: two versions, by its administrator. */
import type { ForbiddenPhrase, StandardSettings } from '../core/standard/settings.ts';
import { standardSettings } from '../core/standard/settings.ts';
import type { App } from '../server/main.ts';
import { addVersion, requireSound } from '../server/modules/standard/index.ts';
import { inShop } from '../server/platform/database/pool.ts';

const asShown: ForbiddenPhrase = {
  phrase: '以页面为准',
  weight: 'warn',
  fails: ['运费这块以页面为准哈'],
  passes: ['页面写着满99包邮，您这单够了，不用付运费'],
  note: '听着像打发人：把页面上写的直接说给顾客听',
};

const notOurs: ForbiddenPhrase = {
  phrase: '不归*管',
  weight: 'block',
  fails: ['派送慢不归我们管', '这个不归售前管的'],
  passes: ['这件事我来管到底', '我请售后的同事一起看，结果由我告诉您'],
  note: '谁接待谁跟到底，不让顾客自己去找别人',
};

const versions: { daysAgo: number; note: string; settings: StandardSettings }[] = [
  {
    daysAgo: 9,
    note: '周会定的：不再用“以页面为准”打发顾客',
    settings: { ...standardSettings, phrases: [asShown] },
  },
  {
    daysAgo: 4,
    note: '大促前：久等多扣几分，推给别的组的话直接拦下',
    settings: {
      ...standardSettings,
      phrases: [asShown, notOurs],
      rules: { 'timing.slow-reply': { points: 12 } },
    },
  },
];

export async function decideStandard({ pool, now }: App, shopId: string): Promise<void> {
  await inShop(pool, shopId, async (tx) => {
    const [administrator] = await tx.query<{ agent_id: string }>(
      `select agent_id from agents where shop_id = $1 and role = 'administrator'`,
      [shopId],
    );
    const by = administrator!.agent_id;
    for (const [basedOn, { daysAgo, note, settings }] of versions.entries()) {
      requireSound(settings);
      const at = now() - daysAgo * 24 * 3600_000;
      await addVersion(tx, shopId, { basedOn, settings, toothless: {}, by, note, at });
    }
  });
}
