/** The only wiring: every part is made here and handed what it uses. */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { keepHouse } from './housekeeping.ts';
import {
  openStandingBoard,
  originCheck,
  widgetFileRoutes,
  widgetRoutes,
  widgetSettingsRoutes,
  widgetUploadRoutes,
} from './modules/channels/index.ts';
import type { Commerce, Sources } from './modules/commerce/index.ts';
import {
  buyingRoutes,
  hookRoutes,
  importRoutes,
  importUploadRoutes,
  openCatalogue,
  orderRoutes,
  policyRoutes,
  readSourcesOf,
  runImports,
  sourceRoutes,
} from './modules/commerce/index.ts';
import type { Conversations } from './modules/conversations/index.ts';
import {
  buildRoad,
  batchRoutes,
  cardRoutes,
  conversationOrderRoutes,
  conversationRoutes,
  customerRoutes,
  clockNextAt,
  inboxRoutes,
  fileRoutes,
  keepJudged,
  openBeside,
  openLiveFacts,
  openTurns,
  riskRoutes,
  shortageRoutes,
  watchOnlookers,
  uploadRoutes,
} from './modules/conversations/index.ts';
import { customerSettingsRoutes } from './modules/customers/index.ts';
import { insightRoutes } from './modules/insights/index.ts';
import type { Operations } from './modules/operations/index.ts';
import {
  demoTill,
  operationQueueRoutes,
  operationRoutes,
  orderPolicyRoutes,
  photoRoutes,
  photoUploadRoutes,
  strayRoutes,
  tillRoutes,
} from './modules/operations/index.ts';
import { searchRoutes } from './modules/search/index.ts';
import type { Sessions, Shops } from './modules/team/index.ts';
import { openStandards, standardRoutes } from './modules/standard/index.ts';
import {
  autoCloseRoutes,
  newSetUpToken,
  openSessions,
  openShops,
  sessionCookie,
  teamRoutes,
} from './modules/team/index.ts';
import type { Pool } from './platform/database/pool.ts';
import { openPool, withoutValues } from './platform/database/pool.ts';
import type { GuardedFetch } from './platform/http/guarded-fetch.ts';
import { guardedFetch } from './platform/http/guarded-fetch.ts';
import { rateLimit } from './platform/http/rate-limit.ts';
import { serveRaw } from './platform/http/raw-bodies.ts';
import type { Route } from './platform/http/routes.ts';
import { serveRoutes } from './platform/http/routes.ts';
import { serveUploads } from './platform/http/uploads.ts';
import { buildHttp } from './platform/http/server.ts';
import { openDiskStore } from './platform/files/disk-store.ts';
import { readEpoch, safePosition } from './platform/log/entries.ts';
import { isAfter } from './platform/log/cursor.ts';
import { keepHanded } from './platform/log/handed.ts';
import type { LogReader } from './platform/log/reader.ts';
import { followLog } from './platform/log/reader.ts';
import { keepTail } from './platform/log/tail.ts';
import { openRelay } from './platform/relay.ts';
import { openHub } from './platform/sockets/hub.ts';
import { openVault } from './platform/vault.ts';
import type { Vault } from './platform/vault.ts';
import { openPresenceBoard } from './presence-board.ts';
import { servePages } from './pages.ts';
import { openSockets } from './sockets.ts';
import { systemRoutes } from './system-routes.ts';
import { reportRuleFailure } from './rule-failures.ts';

export interface App {
  http: FastifyInstance;
  routes: Route[];
  pool: Pool;
  vault: Vault;
  shops: Shops;
  sessions: Sessions;
  conversations: Conversations;
  operations: Operations;
  log: LogReader;
  /** For the start that has nobody yet: a token for the set-up page; null: there is an administrator. */
  setUpToken(): Promise<string | null>;
  now(): number;
  /** Answers everything taken, then lets go of the database. */
  stop(): Promise<void>;
}

export interface AppOptions {
  urls: { appUrl: string; pumpUrl: string };
  secret: string;
  /** The folder that files lie in. */
  filesDir: string;
  version: string;
  /** Tests move it. */
  now?: () => number;
  onFailure(error: unknown): void;
  /** Those that pay by themselves, in the place of ours. */
  tills?: Partial<Operations['tills']>;
  /** Frames, tries and openings per minute; generous enough for a big day's agent, too few for an attack. */
  rates?: Partial<typeof defaultRates>;
  /** How the addresses that a shop writes down are called; tests hand one in that reaches their own servers. */
  fetch?: GuardedFetch;
}

const defaultRates = {
  signInBurst: 10,
  signInPerMinute: 5,
  signInsByAddress: 60,
  codeBurst: 5,
  codesPerHour: 20,
  linksByAddress: 30,
  widgetOpenings: 60,
  widgetLooks: 600,
  widgetRatings: 10,
  widgetTranscripts: 6,
  widgetOrders: 20,
  widgetFrames: 240,
  deskFrames: 3000,
  sockets: 600,
  uploads: 30,
  tillCalls: 600,
  soughtBurst: 40,
  soughtPerMinute: 10,
  sourceTries: 20,
  hooks: 1200,
};

export async function createApp(options: AppOptions): Promise<App> {
  const { urls, secret, filesDir, version, now = Date.now, onFailure: report } = options;
  const onFailure = (error: unknown) => report(withoutValues(error));
  const rates = { ...defaultRates, ...options.rates };
  const perMinute = (count: number) => rateLimit({ burst: count, perMinute: count }, now);
  const pool = openPool(urls.appUrl, 12);
  const logPool = openPool(urls.pumpUrl, 6, { byKey: true });
  const jobsPool = openPool(urls.appUrl, 6, { pipeline: false });
  const vault = openVault(secret);
  const shops = openShops(pool, now);
  const standards = openStandards(pool);
  const sessions = openSessions(pool, now);
  const epoch = await readEpoch(pool);

  const liveFacts = openLiveFacts(pool, vault, shops);
  const head = await headOf(logPool);
  const tail = keepTail(head);
  const handed = keepHanded();
  const relay = openRelay(urls.appUrl, onFailure);
  const hub = openHub(logPool, epoch, () => log.position(), relay);
  const log = followLog({
    pool: logPool,
    from: head,
    handed,
    now,
    onFailure,
    deliver(entries) {
      for (const entry of entries) liveFacts.fold(entry);
      hub.deliver(entries);
      standings.note(entries);
      tail.add(entries);
      house.wake();
    },
  });
  const road = buildRoad({
    pool,
    now,
    async clock(shopId) {
      const { hours, autoClose } = (await shops.get(shopId)).settings;
      const { thresholds } = (await standards.current(shopId)).settings;
      return (conversation) => clockNextAt(conversation, { hours, thresholds, autoClose });
    },
    onCommit(entries, upTo) {
      handed.add(entries.filter((entry) => isAfter(entry.position, log.position())));
      log.wake(upTo);
    },
  });
  const beside = openBeside({
    pool,
    vault,
    catalogue: openCatalogue(pool, now),
    limit: rateLimit({ burst: rates.soughtBurst, perMinute: rates.soughtPerMinute }, now),
    now,
  });
  const conversations: Conversations = {
    pool,
    vault,
    shops,
    standards,
    road,
    liveFacts,
    beside,
    judged: keepJudged(),
    turns: openTurns(),
    onlookers: watchOnlookers(relay),
    files: openDiskStore(filesDir),
    epoch,
    now,
    onRuleFailure: (failure) => reportRuleFailure(road, failure, onFailure),
  };
  const commerce: Commerce = {
    pool,
    vault,
    files: openDiskStore(join(filesDir, 'imports')),
    largestImport: 512 * 1024 * 1024,
    async zone(shopId) {
      const { hours } = (await shops.get(shopId)).settings;
      return hours === 'always' ? '+08:00' : hours.zone;
    },
    now,
    onFailure,
  };
  const operations: Operations = {
    conversations,
    zone: commerce.zone,
    tills: { demo: demoTill(pool, now), ...options.tills },
    onFailure,
  };
  const imports = runImports(commerce);
  const sources: Sources = {
    ...commerce,
    fetch: options.fetch ?? guardedFetch(),
    shopBySlug: async (slug) => (await shops.bySlug(slug))?.shopId ?? null,
    slugOf: async (shopId) => (await shops.get(shopId)).slug,
  };
  const sourceReader = readSourcesOf(sources);
  const house = keepHouse({
    conversations,
    operations,
    imports,
    sources,
    sourceReader,
    logPool,
    tail,
    jobsPool,
    onFailure,
  });
  const presence = openPresenceBoard({
    pool,
    hub,
    now,
    onChange: (shopId) => house.route(shopId),
    onFailure,
  });
  const standings = openStandingBoard(conversations, onFailure);
  const origins = originCheck(shops);
  const sockets = openSockets({
    conversations,
    hub,
    sessions,
    presence,
    standings,
    origins,
    limits: {
      desk: perMinute(rates.deskFrames),
      widget: perMinute(rates.widgetFrames),
      hello: perMinute(rates.sockets),
    },
    onFailure,
  });

  const http = await buildHttp({ version, onFailure });
  const find = async ({ cookies }: { cookies: Record<string, string | undefined> }) => {
    const token = cookies[sessionCookie];
    return token ? sessions.find(token) : null;
  };
  const routes = [
    ...systemRoutes({ http, pool, log, house, version, now }),
    ...teamRoutes({
      pool,
      shops,
      sessions,
      vault,
      secret,
      thresholds: async (shopId) => (await standards.current(shopId)).settings.thresholds,
      now,
      find,
      signInLimits: {
        account: rateLimit({ burst: rates.signInBurst, perMinute: rates.signInPerMinute }, now),
        address: perMinute(rates.signInsByAddress),
      },
      passwordLimit: rateLimit({ burst: rates.signInBurst, perMinute: rates.signInPerMinute }, now),
      codeLimit: rateLimit({ burst: rates.codeBurst, perMinute: rates.codesPerHour / 60 }, now),
      linkLimit: perMinute(rates.linksByAddress),
    }),
    ...standardRoutes({ pool, standards, now }),
    ...conversationRoutes(conversations),
    ...inboxRoutes(conversations),
    ...customerRoutes(conversations),
    ...customerSettingsRoutes({ pool, now }),
    ...autoCloseRoutes({ pool, shops }),
    ...searchRoutes(conversations),
    ...orderRoutes(commerce),
    ...policyRoutes(commerce),
    ...importRoutes(commerce, imports),
    ...sourceRoutes(sources, perMinute(rates.sourceTries)),
    ...conversationOrderRoutes(conversations),
    ...operationRoutes(operations),
    ...orderPolicyRoutes(operations),
    ...operationQueueRoutes(operations),
    ...strayRoutes(operations),
    ...photoRoutes(operations, perMinute(rates.uploads)),
    ...tillRoutes(operations, perMinute(rates.tillCalls)),
    ...buyingRoutes(commerce),
    ...shortageRoutes(conversations, commerce.zone),
    ...batchRoutes(conversations),
    ...riskRoutes(conversations),
    ...insightRoutes(conversations),
    ...widgetRoutes({
      conversations,
      origins,
      limits: {
        opening: perMinute(rates.widgetOpenings),
        look: perMinute(rates.widgetLooks),
        rating: perMinute(rates.widgetRatings),
        transcript: perMinute(rates.widgetTranscripts),
        orders: perMinute(rates.widgetOrders),
      },
    }),
    ...widgetSettingsRoutes({ pool, vault, shops, now }),
    ...fileRoutes(conversations, perMinute(rates.uploads)),
    ...cardRoutes(conversations, perMinute(rates.uploads)),
    ...widgetFileRoutes({ conversations, origins, limit: perMinute(rates.uploads) }),
  ];
  const streamed = [
    ...uploadRoutes(conversations),
    ...widgetUploadRoutes({ conversations, origins }),
    ...importUploadRoutes(commerce),
    ...photoUploadRoutes(operations),
  ];
  const raw = hookRoutes(sources, perMinute(rates.hooks));
  await servePages(http, origins);
  serveRoutes(http, find, routes);
  await serveUploads(http, find, streamed);
  await serveRaw(http, find, raw);
  http.server.on('upgrade', sockets.upgrade);

  return {
    http,
    routes: [...routes, ...streamed, ...raw],
    pool,
    vault,
    shops,
    sessions,
    conversations,
    operations,
    log,
    setUpToken: () => newSetUpToken({ pool, shops, secret, now }),
    now,
    async stop() {
      sockets.stop();
      await standings.stop();
      await http.close();
      await road.idle();
      await presence.stop();
      await relay.stop();
      await imports.stop();
      await sourceReader.stop();
      await house.stop();
      await log.stop();
      await Promise.all([pool.end(), logPool.end(), jobsPool.end()]);
    },
  };
}

/** New listeners bring their own cursors: the reader may begin at the end. */
async function headOf(logPool: Pool) {
  return safePosition({
    query: async (text: string) => (await logPool.query(text)).rows as never,
    send: () => {},
  });
}
