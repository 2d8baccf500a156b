/** What `npm start` adds to the desk: the demo shop and its storefront. */
import type { App } from '../server/main.ts';
import { bringPast, letCustomersWrite } from './customers.ts';
import { bringGoods } from './goods/bring.ts';
import { demoPassword, demoPeople } from './people.ts';
import { demoSlug, ensureDemoShop } from './shop.ts';
import { decideStandard } from './standard.ts';
import { serveStorefront } from './storefront.ts';

export function demo(secret: string): (app: App) => Promise<void> {
  return async (app) => {
    const { shopId, isNew, madeAt } = await ensureDemoShop(app, secret);
    if (isNew) {
      await decideStandard(app, shopId);
      await bringPast(app, shopId);
      await letCustomersWrite(app, shopId, madeAt);
    }
    bringGoods(app, shopId, madeAt);
    await serveStorefront(app.http, secret, app.now);
  };
}

/** Printed below the ready line. */
export function demoSignIns(url: string): string {
  const lines = demoPeople.map(
    ({ login, title, name }) => `  ${`${demoSlug}:${login}`.padEnd(14)} ${title.zh} ${name} · ${title.en}`,
  );
  return [
    `商店页面 storefront  ${url}/shop/`,
    `演示账号 demo sign-ins（密码 password: ${demoPassword}）`,
    ...lines,
    '',
  ].join('\n');
}
