/** What a browser test plays on: the demo shop without its history, its storefront, a browser, and people who come and go. */
import { SignJWT } from 'jose';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, TestRunner } from 'vitest';
import type { ImportKind } from '../../../core/commerce/reading/fields.ts';
import { demoPassword } from '../../../demo/people.ts';
import { demoKey, demoKeyId, demoSlug, ensureDemoShop } from '../../../demo/shop.ts';
import { serveStorefront } from '../../../demo/storefront.ts';
import { testSecret } from '../../../server/platform/database/testing.ts';
import { launchChromium } from '../../chromium.ts';
import type { Desk, DeskOptions } from '../../desk.ts';
import { startDesk } from '../../desk.ts';
import { bring } from '../../goods.ts';
import { Cable } from './cable.ts';
import { Colleague } from './colleague.ts';
import { Customer } from './customer.ts';
import { Witness } from './witness.ts';

export class Stage {
  readonly browser: Browser;
  readonly cable: Cable;
  /** Null where the desk runs as a process of its own. */
  readonly desk: Desk | null;
  #defects: string[] = [];
  #witnesses: Witness[] = [];
  #badges = new Map<string, BrowserContextOptions['storageState']>();

  constructor(browser: Browser, cable: Cable, desk: Desk | null) {
    this.browser = browser;
    this.cable = cable;
    this.desk = desk;
  }

  get url(): string {
    return this.cable.url;
  }

  /** A customer of their own computer, at a page of the shop. */
  async customer(path = '/shop/', options: BrowserContextOptions = {}): Promise<Customer> {
    const { context, page } = await this.#computer(options);
    const customer = new Customer(context, page);
    await page.exposeBinding('reportViolation', (_, what: string) => void customer.violations.push(what));
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) => {
        const { reportViolation } = window as unknown as { reportViolation(what: string): void };
        reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      }),
    );
    await page.goto(path);
    return customer;
  }

  /**
   * @param login of the demo's people; they are signed in and see their inbox. The password is asked once a stage:
   *   a fresh browser with that session's cookie is as good, and quicker.
   */
  async colleague(login: string, options: BrowserContextOptions = {}): Promise<Colleague> {
    const storageState = this.#badges.get(login);
    const colleague = await this.stranger({ storageState, ...options });
    if (!storageState) {
      await colleague.signIn(`${demoSlug}:${login}`, demoPassword);
      await colleague.page.waitForURL('**/inbox');
      const { cookies } = await colleague.context.storageState();
      this.#badges.set(login, { cookies, origins: [] });
    }
    await colleague.page.getByTestId('inbox-view-all').waitFor();
    return colleague;
  }

  /** Somebody at the desk's door. */
  async stranger(options: BrowserContextOptions = {}): Promise<Colleague> {
    const { context, page } = await this.#computer({ viewport: { width: 1280, height: 800 }, ...options });
    await page.goto('/');
    return new Colleague(context, page);
  }

  /** What the shop would sign for a customer of its own. */
  signFor(customer: string, name: string, claims: Record<string, unknown> = {}): Promise<string> {
    return new SignJWT({ name, ...claims })
      .setProtectedHeader({ alg: 'HS256', kid: demoKeyId })
      .setSubject(customer)
      .setAudience(demoSlug)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(demoKey(testSecret));
  }

  /** The id of the demo shop. */
  async shopId(): Promise<string> {
    return (await this.desk!.app.shops.bySlug(demoSlug))!.shopId;
  }

  /** Goods and orders of the shop, as lines of a CSV. */
  async bring(kind: ImportKind, lines: readonly string[]): Promise<void> {
    await bring(this.desk!.app, await this.shopId(), kind, lines);
  }

  /** Everybody goes home, and nobody's page had a defect. A test that failed says what its pages showed. */
  async clear(): Promise<void> {
    const witnesses = this.#witnesses.splice(0);
    const failure = TestRunner.getCurrentTest()?.result?.errors?.at(-1);
    if (failure) for (const witness of witnesses) failure.message += `\n\n${await witness.tell()}`;
    await Promise.all(this.browser.contexts().map((context) => context.close()));
    const defects = this.#defects;
    this.#defects = [];
    expect(defects, 'errors in the pages').toEqual([]);
    expect(this.desk?.failures.splice(0) ?? [], 'failures of the server').toEqual([]);
  }

  async strike(): Promise<void> {
    await this.browser.close();
    await this.cable.remove();
    await this.desk?.stop();
  }

  async #computer(options: BrowserContextOptions) {
    const context = await this.browser.newContext({
      baseURL: this.url,
      locale: 'zh-CN',
      // A page that moves is drawn again and again, and waited for.
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(40_000);
    const page: Page = await context.newPage();
    this.#witnesses.push(new Witness(page));
    page.on('pageerror', (error) => this.#defects.push(`${page.url()}: ${error.stack ?? error.message}`));
    return { context, page };
  }
}

/** The usual stage: the desk in this process, on a database of its own. */
/** @param options where the desk calls other servers than none */
export async function setStage(options: Pick<DeskOptions, 'fetch'> = {}): Promise<Stage> {
  const desk = await startDesk({
    ...options,
    async extend(app) {
      await ensureDemoShop(app, testSecret);
      await serveStorefront(app.http, testSecret, app.now);
    },
  });
  const cable = await Cable.lay(Number(new URL(desk.url).port));
  return new Stage(await launchChromium(), cable, desk);
}
