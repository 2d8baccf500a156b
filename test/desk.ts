/**
 * A whole desk for a test: a database of its own, the server listening on a free port, shops, and those who call it.
 * Several nodes: hand the first desk's `database` to the second.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Me, WidgetSession } from '../core/api.ts';
import type { App, AppOptions } from '../server/app.ts';
import { createApp } from '../server/app.ts';
import type { TestDatabase } from '../server/platform/database/testing.ts';
import { testDatabase, testSecret } from '../server/platform/database/testing.ts';
import type { Heard } from './client.ts';
import { Client, DeskClient, Visitor } from './client.ts';
import type { PersonName, ShopOptions, TestShop } from './shops.ts';
import { addShop, password } from './shops.ts';

export interface DeskOptions {
  /** The desk's clock; the real one where none is given. */
  now?: () => number;
  /** Tighter limits than none: tests are quicker than people. */
  rates?: AppOptions['rates'];
  /** Another desk's, for a second node; otherwise a fresh one, dropped at the stop. */
  database?: TestDatabase;
  secret?: string;
  /** Where files lie; a folder of its own, removed at the stop, where none is given. */
  filesDir?: string;
  /** Calls the servers of tests, as nothing else may be called on this machine. */
  fetch?: AppOptions['fetch'];
  /** What is added before it listens, such as the demo's storefront. */
  extend?(app: App): Promise<void>;
}

export interface Desk {
  app: App;
  url: string;
  filesDir: string;
  database: TestDatabase;
  /** Everything said in answers and frames. */
  heard: Heard;
  /** What the server called its own failures, in order. A test that expects none looks here. */
  failures: unknown[];
  /** Nobody in particular. */
  anybody: Client;
  addShop(options?: ShopOptions): Promise<TestShop>;
  signIn(shop: TestShop, name: PersonName): Promise<DeskClient>;
  /** Opens the widget. */
  visit(shop: TestShop, opening?: { visitorToken?: string; identityToken?: string }): Promise<Visitor>;
  /** A customer who wrote, and the agent who has the conversation now. */
  served(
    shop: TestShop,
    name?: PersonName,
    opening?: { text?: string; identityToken?: string },
  ): Promise<{ visitor: Visitor; agent: DeskClient; conversationId: string; path: string }>;
  stop(): Promise<void>;
}

const unlimited = {
  signInBurst: 100_000,
  signInPerMinute: 100_000,
  signInsByAddress: 100_000,
  codeBurst: 100_000,
  codesPerHour: 100_000,
  linksByAddress: 100_000,
  widgetOpenings: 100_000,
  widgetLooks: 100_000,
  widgetRatings: 100_000,
  widgetTranscripts: 100_000,
  widgetFrames: 1_000_000,
  deskFrames: 1_000_000,
  sockets: 100_000,
  uploads: 100_000,
  tillCalls: 100_000,
  soughtBurst: 100_000,
  soughtPerMinute: 100_000,
  sourceTries: 100_000,
  hooks: 100_000,
};

export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const { now, rates, secret = testSecret, extend } = options;
  const database = options.database ?? (await testDatabase());
  const filesDir = options.filesDir ?? (await mkdtemp(join(tmpdir(), 'yinuo-files-')));
  const failures: unknown[] = [];
  const heard: Heard = [];
  const app = await createApp({
    urls: database,
    secret,
    filesDir,
    fetch: options.fetch,
    version: 'test',
    now,
    rates: { ...unlimited, ...rates },
    onFailure: (error) => failures.push(error),
  });
  await extend?.(app);
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.http.server.address() as { port: number }).port}`;
  const anybody = new Client(url, heard);

  const desk: Desk = {
    app,
    url,
    filesDir,
    database,
    heard,
    failures,
    anybody,
    addShop: (shop) => addShop(app, shop),
    async signIn(shop, name) {
      const person = shop.people[name];
      const account = `${shop.slug}:${person.login}`;
      const answer = await anybody.post<Me>('/api/v1/auth/sign-in', { account, password });
      if (answer.status !== 200) throw new Error(`${account} was not let in: ${answer.text}`);
      const token = /yinuo_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')![1]!;
      return new DeskClient(url, heard, person, answer.body, token);
    },
    async visit(shop, opening = {}) {
      const { status, body, text } = await anybody.post<WidgetSession>('/widget/v1/sessions', {
        shop: shop.slug,
        ...opening,
      });
      if (status !== 200) throw new Error(`the widget did not open: ${text}`);
      return new Visitor(url, heard, shop, body, body.visitorToken ?? opening.visitorToken!);
    },
    async served(shop, name = 'agent', { text = '衣服尺码不对，想换一件', identityToken } = {}) {
      const visitor = await desk.visit(shop, { identityToken });
      await visitor.say(text);
      const { conversationId } = visitor;
      const path = `/api/v1/conversations/${conversationId}`;
      const agent = await desk.signIn(shop, name);
      const lead = await desk.signIn(shop, 'lead');
      const { status, text: why } = await lead.post(`${path}/assign`, { agentId: agent.person.agentId });
      if (status !== 200) throw new Error(`not assigned: ${why}`);
      return { visitor, agent, conversationId, path };
    },
    async stop() {
      await app.stop();
      if (!options.filesDir) await rm(filesDir, { recursive: true, force: true });
      if (!options.database) await database.drop();
    },
  };
  return desk;
}
