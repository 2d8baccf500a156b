/** The desk as it runs in a shop, in a process of its own; only the rate limits are out of the way. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server/main.ts';
import type { RoleUrls } from '../server/platform/database/migrate.ts';
import { child } from './child.ts';
import type { DeskTarget } from './load/lane.ts';
import { accounts, beginShop, slug } from './shop.ts';

const plenty = 1e9;
const rates = {
  signInBurst: plenty,
  signInPerMinute: plenty,
  signInsByAddress: plenty,
  widgetOpenings: plenty,
  widgetFrames: plenty,
  deskFrames: plenty,
  sockets: plenty,
  uploads: plenty,
};

child<{ urls: RoleUrls; secret: string }>(async ({ urls, secret }) => {
  const dataDir = join(tmpdir(), 'yinuo-bench');
  const config = { host: '127.0.0.1', port: 0, secret, dataDir };
  const { url } = await startServer(config, urls, ({ pool }) => beginShop(pool, secret), { rates });
  return { kind: 'desk', url, shop: slug, accounts, password: secret } satisfies DeskTarget;
});
