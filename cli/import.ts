/** `yinuo import`: past conversations from files into a shop, reviewed and scored, beside the running desk or without it. */
import { importKinds } from '../core/commerce/reading/fields.ts';
import type { Conversation as Reviewed } from '../core/standard/facts.ts';
import type { ImportOutcome } from '../server/modules/conversations/index.ts';
import { buildRoad, importConversation } from '../server/modules/conversations/index.ts';
import { openStandards } from '../server/modules/standard/index.ts';
import { openShops } from '../server/modules/team/index.ts';
import { readConfig } from '../server/platform/config.ts';
import { openDatabase } from '../server/platform/database/open-database.ts';
import { openPool } from '../server/platform/database/pool.ts';
import type { Advice } from '../server/platform/operator-error.ts';
import { openVault } from '../server/platform/vault.ts';
import type { Io } from './command.ts';
import { findShop } from './import/find-shop.ts';
import { importTables } from './import/import-tables.ts';
import { importLines } from './import/import-lines.ts';
import type { ImportOptions } from './import/options.ts';
import { readOptions } from './import/options.ts';
import { summary } from './import/summary.ts';
import { showProgress } from './progress.ts';
import { linesOfFiles } from './source-lines.ts';
import type { StopRequests } from './stop-requests.ts';
import { listenForStop } from './stop-requests.ts';

/** 0: everything is in; 1: some lines were skipped; 2: wrong usage; 130: stopped before the end. */
export async function importCommand(argv: string[], io: Io): Promise<number> {
  const kind = importKinds.find((one) => one === argv[0]);
  if (kind) return importTables(kind, argv.slice(1), io);
  const read = readOptions(argv);
  if ('usage' in read) {
    (read.asked ? io.stdout : io.stderr).write(read.usage);
    return read.asked ? 0 : 2;
  }
  const source = linesOfFiles(read.options.files);
  const requests = listenForStop();
  // Asked twice, it waits for nothing; a database started here is taken over by the next start.
  void requests.second.then(() => process.exit(130));
  const config = readConfig(process.env);
  const log = ({ zh, en }: Advice) => void io.stderr.write(`${zh}\n${en}\n`);
  const database = await openDatabase(config, log);
  try {
    return await run(database.urls.appUrl, config.secret, read.options, source, requests, io);
  } finally {
    await database.close();
    requests.close();
  }
}

async function run(
  appUrl: string,
  secret: string,
  options: ImportOptions,
  source: ReturnType<typeof linesOfFiles>,
  requests: StopRequests,
  io: Io,
): Promise<number> {
  const pool = openPool(appUrl, 8);
  try {
    const shop = await findShop(openShops(pool, Date.now), options.shop);
    // Small batches: the log's readers wait for the oldest transaction, and a desk may be at work.
    const road = buildRoad({
      pool,
      now: Date.now,
      clock: async () => () => null,
      onCommit: () => {},
      lanes: 2,
      batch: 8,
    });
    const conversations = { pool, road, vault: openVault(secret), standards: openStandards(pool) };
    const origin = { shopId: shop.shopId, source: options.source, group: options.group };
    const store = (past: Reviewed): Promise<ImportOutcome> => importConversation(conversations, origin, past);
    const progress = showProgress(io.stderr, source.read);
    const tally = await importLines(source.lines, store, {
      hours: shop.settings.hours,
      stop: requests.first,
      onLine: progress.show,
      complain: progress.say,
    });
    progress.end();
    io.stdout.write(summary(tally));
    if (tally.stopped) return 130;
    return tally.skipped > 0 ? 1 : 0;
  } finally {
    await pool.end();
  }
}
