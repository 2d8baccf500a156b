/** The first administrator: a link that a production start prints, and that dies when there is one. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { AccountAnswer, SetUp } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import { defaultThresholds } from '../../../core/standard/waiting.ts';
import type { ShopSettings } from '../../../core/team/shop-settings.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import { derive } from '../../platform/vault.ts';
import { noteChange } from './changes.ts';
import { hashPassword, requireGoodPassword } from './passwords.ts';
import type { Shops } from './settings.ts';
import { takenIsRefused } from './taken.ts';

export interface SettingUp {
  pool: Pool;
  shops: Shops;
  secret: string;
  now(): number;
}

const lifeMs = 24 * 3600_000;

/**
 * Signed rather than stored: there is no shop yet whose wall it could stand behind, and every node of the same secret
 * knows it. null: there is an administrator, who invites the others.
 */
export async function newSetUpToken(setting: SettingUp): Promise<string | null> {
  if (await hasAdministrator(setting)) return null;
  const expires = (setting.now() + lifeMs).toString(36);
  return `${expires}.${sign(setting.secret, expires)}`;
}

export async function requireSetUpToken(setting: SettingUp, token: string): Promise<{ expiresAt: number }> {
  const [expires = '', signature = ''] = token.split('.', 2);
  const [right, given] = [Buffer.from(sign(setting.secret, expires)), Buffer.from(signature)];
  const isSigned = right.length === given.length && timingSafeEqual(right, given);
  const expiresAt = Number.parseInt(expires, 36);
  if (!isSigned || expiresAt <= setting.now() || (await hasAdministrator(setting))) used();
  return { expiresAt };
}

/** Makes the shop and its first administrator; of two who try at once, one does. */
export async function setUpShop(
  setting: SettingUp,
  { token, shopName, slug, name, login, password, lang }: SetUp,
): Promise<AccountAnswer> {
  await requireSetUpToken(setting, token);
  const workNumber = '1000';
  requireGoodPassword(password, { login, name, workNumber, shop: slug, shopName });
  const [shopId, agentId] = [uuid(), uuid()];
  const passwordHash = await hashPassword(password);
  await takenIsRefused(
    inShop(setting.pool, shopId, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('yinuo set-up', 0))`);
      if (await hasAdministrator(setting)) used();
      await tx.query('insert into shop_directory (slug, shop_id) values ($1, $2)', [slug, shopId]);
      tx.send('insert into shops (shop_id, slug, name, settings) values ($1, $2, $3, $4)', [
        shopId,
        slug,
        shopName,
        JSON.stringify(settingsOf(shopName, lang)),
      ]);
      tx.send(
        `insert into agents (shop_id, agent_id, login, name, work_number, role, groups, lang, password_hash)
        values ($1, $2, $3, $4, $5, 'administrator', '{}', $6, $7)`,
        [shopId, agentId, login, name, workNumber, lang, passwordHash],
      );
      noteChange(tx, shopId, { kind: 'shop-set-up', byId: null, agentId, at: setting.now() });
    }),
  );
  return { account: `${slug}:${login}` };
}

function settingsOf(shopName: string, lang: SetUp['lang']): ShopSettings {
  return {
    lang,
    hours: 'always',
    thresholds: defaultThresholds,
    widget: {
      greeting: {
        zh: `您好，这里是${shopName}。想看什么、想问什么，直接告诉我们就好。`,
        en: `Hello, this is ${shopName}. Tell us what you are looking for, or what is on your mind.`,
      },
      topics: ['goods', 'order', 'after-sale'],
      origins: [],
    },
  };
}

async function hasAdministrator({ pool, shops }: SettingUp): Promise<boolean> {
  for (const shopId of await shops.ids()) {
    const rows = await inShop(pool, shopId, (tx) =>
      tx.query(
        `select from agents where shop_id = $1 and role = 'administrator' and left_at is null limit 1`,
        [shopId],
      ),
    );
    if (rows.length > 0) return true;
  }
  return false;
}

const sign = (secret: string, expires: string) =>
  createHmac('sha256', derive(secret, 'set-up link')).update(expires).digest('base64url');

function used(): never {
  refuse({ code: 'conflict', reason: 'set-up-used' });
}
