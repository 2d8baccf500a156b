/** `yinuo import orders|products|…`: the files of a platform or a shop system into a shop's commerce tables. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportCounts } from '../../core/commerce/import-api.ts';
import type { ImportKind } from '../../core/commerce/reading/fields.ts';
import { missingFields } from '../../core/commerce/reading/guess-mapping.ts';
import { faultWords, fileFaultWords } from '../../core/words/import.ts';
import type { SourceFile } from '../../server/modules/commerce/index.ts';
import {
  importTable,
  keepMapping,
  mappingFor,
  NoTable,
  openTable,
} from '../../server/modules/commerce/index.ts';
import { openShops } from '../../server/modules/team/index.ts';
import { readConfig } from '../../server/platform/config.ts';
import { openDatabase } from '../../server/platform/database/open-database.ts';
import type { Pool } from '../../server/platform/database/pool.ts';
import { inShop, openPool } from '../../server/platform/database/pool.ts';
import type { Advice } from '../../server/platform/operator-error.ts';
import { OperatorError } from '../../server/platform/operator-error.ts';
import { openVault } from '../../server/platform/vault.ts';
import type { Io } from '../command.ts';
import { showProgress } from '../progress.ts';
import { listenForStop } from '../stop-requests.ts';
import { findShop } from './find-shop.ts';
import { lostDatabase } from './store-errors.ts';
import type { TableOptions } from './table-options.ts';
import { readTableOptions } from './table-options.ts';

/** Faults that are told one by one; of the others there is the count. */
const mostTold = 200;

/** 0: everything is in; 1: some rows were skipped; 2: wrong usage; 130: stopped before the end. */
export async function importTables(kind: ImportKind, argv: string[], io: Io): Promise<number> {
  const read = readTableOptions(kind, argv);
  if ('usage' in read) {
    (read.asked ? io.stdout : io.stderr).write(read.usage);
    return read.asked ? 0 : 2;
  }
  const files = read.options.files.map((path) => ({ path, file: sourceFile(path) }));
  const requests = listenForStop();
  void requests.second.then(() => process.exit(130));
  let stopped = false;
  void requests.first.then(() => (stopped = true));
  const config = readConfig(process.env);
  const log = ({ zh, en }: Advice) => void io.stderr.write(`${zh}\n${en}\n`);
  const database = await openDatabase(config, log);
  const pool = openPool(database.urls.appUrl, 2);
  try {
    let skipped = 0;
    for (const { path, file } of files) {
      if (stopped) break;
      const run = { pool, secret: config.secret, kind, options: read.options, path, file, io };
      skipped += (await bringIn({ ...run, stopped: () => stopped })).skipped;
    }
    return stopped ? 130 : skipped > 0 ? 1 : 0;
  } finally {
    await pool.end();
    await database.close();
    requests.close();
  }
}

interface Run {
  pool: Pool;
  secret: string;
  kind: ImportKind;
  options: TableOptions;
  path: string;
  file: SourceFile;
  io: Io;
  stopped(): boolean;
}

async function bringIn({ pool, secret, kind, options, path, file, io, stopped }: Run): Promise<ImportCounts> {
  const name = basename(path);
  const shop = await findShop(openShops(pool, Date.now), options.shop);
  const { shopId } = shop;
  const { hours } = shop.settings;
  const table = await openTable(file, kind).catch((error) => {
    throw error instanceof NoTable ? fileFault(kind, name, error.why) : error;
  });
  const { source, mapping } = await inShop(pool, shopId, async (tx) => {
    const found = await mappingFor(tx, shopId, kind, table, options.source);
    if (Object.keys(options.columns).length > 0)
      keepMapping(tx, shopId, kind, found.source, options.columns, Date.now());
    return { ...found, mapping: { ...found.mapping, ...options.columns } };
  });
  if (missingFields(kind, mapping).length > 0) throw fileFault(kind, name, 'no-columns');
  io.stderr.write(`${name}: ${table.encoding}, ${source}, ${Object.keys(mapping).length} 列 columns\n`);
  const progress = showProgress(io.stderr, () => table.bytesRead() / file.size, '行 rows');
  let done = 0;
  let told = 0;
  let faults = 0;
  const target = { pool, vault: openVault(secret), shopId, source, now: Date.now };
  const reading = { kind, mapping, zone: hours === 'always' ? '+08:00' : hours.zone };
  const counts = await importTable(target, table, reading, {
    stopped,
    onProgress({ rows }) {
      done = rows;
      progress.show(rows);
    },
    onFault({ row, ...fault }) {
      faults++;
      if (++told > mostTold) return;
      progress.say(
        `跳过 skipped ${name}:${row}: ${faultWords(kind, fault, 'zh')} · ${faultWords(kind, fault, 'en')}`,
      );
    },
  }).catch((error) => {
    throw lostDatabase(error, done, { zh: '行', en: 'rows' });
  });
  progress.end();
  if (faults > mostTold)
    io.stderr.write(
      `另有 ${faults - mostTold} 处问题未列出。\n${faults - mostTold} more faults are not listed.\n`,
    );
  io.stdout.write(summary(name, counts));
  return counts;
}

const summary = (name: string, { rows, added, changed, unchanged, skipped }: ImportCounts): string =>
  `${name}：共 ${rows} 行；新增 ${added}，更新 ${changed}，没有变化 ${unchanged}，跳过 ${skipped} 行。\n` +
  `${name}: ${rows} rows; ${added} new, ${changed} changed, ${unchanged} as they were, ${skipped} rows skipped.\n`;

function fileFault(kind: ImportKind, name: string, why: Parameters<typeof fileFaultWords>[1]): OperatorError {
  return new OperatorError({
    zh: `${name}：${fileFaultWords(kind, why, 'zh')}`,
    en: `${name}: ${fileFaultWords(kind, why, 'en')}`,
  });
}

function sourceFile(path: string): SourceFile {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile())
    return {
      size: found.size,
      open: async () => createReadStream(path),
      range: (start, end) => createReadStream(path, { start, end }),
    };
  throw new OperatorError({
    zh: `找不到文件 ${path}。请检查路径。`,
    en: `The file ${path} does not exist. Check its path.`,
  });
}
