import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchCheck } from '../bench/check.ts';
import { tableOfCheck } from '../bench/check-report.ts';
import { benchInbox, sizes } from '../bench/inbox.ts';
import { tableOfInbox } from '../bench/inbox-report.ts';
import { benchMessages, everyPressure } from '../bench/messages.ts';
import { machine, reportOf, tableOf } from '../bench/report.ts';
import { benchSearch } from '../bench/search.ts';
import { tableOfSearch } from '../bench/search-report.ts';
import { benchSockets } from '../bench/sockets.ts';
import { tableOfSockets } from '../bench/sockets-report.ts';
import { OperatorError } from '../server/platform/operator-error.ts';
import type { Io } from './command.ts';
import { listenForStop } from './stop-requests.ts';

const usage = `用法：yinuo bench messages [--seconds 秒] [--rounds 轮数] [--json 文件]
     yinuo bench check [--rounds 轮数] [--json 文件]
     yinuo bench search [--messages 条数] [--rounds 轮数] [--json 文件]
     yinuo bench inbox [--rounds 轮数] [--json 文件]
     yinuo bench sockets [--connections 条数] [--rounds 轮数] [--json 文件]
messages 测量消息从发出到送达的速度和耗时，同场与两个裸程序比较；用临时数据库，不碰店铺数据。
check 测量规范检查的速度，同场与同样多词语的裸扫描比较。
search 测量在一百万条消息里找最新五十条的耗时，同场与 PostgreSQL 自带的办法比较；用临时数据库。
inbox 测量列表第一页与打开会话，一万个会话对一百万个；用临时数据库，约需几分钟和 4 GB 磁盘。
sockets 测量五千条空闲连接的内存和处理器，同场与裸的 ws 服务比较；用临时数据库，约需十几分钟。
Usage: yinuo bench messages [--seconds N] [--rounds N] [--json FILE]
       yinuo bench check [--rounds N] [--json FILE]
       yinuo bench search [--messages N] [--rounds N] [--json FILE]
       yinuo bench inbox [--rounds N] [--json FILE]
       yinuo bench sockets [--connections N] [--rounds N] [--json FILE]
messages measures from send to delivery beside two bare programs, on a throw-away database.
check measures the standard's checks beside a bare scan for as many words.
search measures how soon the newest fifty of a million messages are found, beside PostgreSQL's own ways, on a throw-away database.
inbox measures first pages and opening a conversation, ten thousand conversations beside a million; minutes, and 4 GB of disk.
sockets measures memory and processor of five thousand idle connections, beside a bare ws server, on a throw-away database; a quarter of an hour.
  --seconds N  每次测量的秒数，默认 3 · seconds of each measurement, 3 unless told
  --messages N 搜索用的消息条数，默认一百万 · messages to search, a million unless told
  --connections N 空闲连接条数，整百，默认五千 · idle connections, in hundreds, five thousand unless told
  --rounds N   轮数，默认 5 · rounds, 5 unless told
  --json FILE  另存为 JSON · also written as JSON
`;

/** 0: measured; 1: a message was lost, doubled or out of order, or somebody stopped it; 2: wrong usage. */
export async function benchCommand(argv: string[], io: Io): Promise<number> {
  const asked = readArguments(argv);
  if (asked === 'help') return (io.stdout.write(usage), 0);
  if (asked === null) return (io.stderr.write(usage), 2);
  const { what, rounds, json } = asked;
  if (what === 'check') return benchOfCheck(rounds, json, io);
  const requests = listenForStop();
  const stopping = new AbortController();
  void requests.first.then(() => stopping.abort());
  try {
    await benches[what](asked, stopping.signal, io);
    return 0;
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    io.stderr.write('已停止，没有结果。\nStopped; there is no result.\n');
    return 1;
  } finally {
    requests.close();
  }
}

async function benchOfMessages({ seconds, rounds, json }: Asked, signal: AbortSignal, io: Io): Promise<void> {
  const measured = await benchMessages({
    pressures: everyPressure,
    seconds,
    rounds,
    signal,
    onProgress: (done, of) => io.stderr.write(`${done + 1}/${of}\n`),
  });
  const report = reportOf(measured, { ...machine(), seconds, rounds });
  io.stdout.write(tableOf(report));
  if (json) writeReport(json, report);
}

async function benchOfInbox({ rounds, json }: Asked, signal: AbortSignal, io: Io): Promise<void> {
  const figures = await benchInbox({
    sizes,
    rounds,
    signal,
    onProgress: (done, of) => io.stderr.write(`${done + 1}/${of}\n`),
  });
  const conditions = { ...machine(), rounds };
  io.stdout.write(tableOfInbox(figures, conditions));
  if (json) writeReport(json, { ...conditions, figures });
}

async function benchOfSearch({ messages, rounds, json }: Asked, signal: AbortSignal, io: Io): Promise<void> {
  const figures = await benchSearch({ messages, rounds, signal, onProgress: progress(io) });
  const conditions = { ...machine(), rounds };
  io.stdout.write(tableOfSearch(figures, conditions));
  if (json) writeReport(json, { ...conditions, ...figures });
}

async function benchOfSockets(
  { connections, rounds, json }: Asked,
  signal: AbortSignal,
  io: Io,
): Promise<void> {
  const idleMs = 20_000; // one beat of the server's, two of the clients'
  const figures = await benchSockets({
    connections,
    settleMs: 3000,
    idleMs,
    rounds,
    signal,
    onProgress: progress(io),
  });
  const conditions = { ...machine(), rounds, idleMs };
  io.stdout.write(tableOfSockets(figures, conditions));
  if (json) writeReport(json, { ...conditions, ...figures });
}

/** Each step once. */
function progress(io: Io): (what: string) => void {
  let told = '';
  return (what) => {
    if (what !== told) io.stderr.write(`${(told = what)}\n`);
  };
}

const benches = {
  messages: benchOfMessages,
  search: benchOfSearch,
  inbox: benchOfInbox,
  sockets: benchOfSockets,
};

function benchOfCheck(rounds: number, json: string | undefined, io: Io): number {
  const figures = benchCheck(rounds, (done, of) => io.stderr.write(`${done + 1}/${of}\n`));
  const conditions = { ...machine(), rounds };
  io.stdout.write(tableOfCheck(figures, conditions));
  if (json) writeReport(json, { ...conditions, ...figures });
  return 0;
}

interface Asked {
  what: (typeof whats)[number];
  seconds: number;
  messages: number;
  connections: number;
  rounds: number;
  json: string | undefined;
}

const whats = ['messages', 'check', 'search', 'inbox', 'sockets'] as const;

/** null: not understood. */
function readArguments(argv: string[]): Asked | 'help' | null {
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    if (values.help) return 'help';
    const seconds = Number(values.seconds);
    const rounds = Number(values.rounds);
    const what = whats.find((one) => one === positionals.join(' '));
    if (!what) return null;
    const messages = Number(values.messages);
    const connections = Number(values.connections);
    const right = seconds > 0 && isCount(rounds) && isCount(messages) && isCount(connections / 100);
    return right ? { what, seconds, messages, connections, rounds, json: values.json } : null;
  } catch {
    return null;
  }
}

const isCount = (value: number) => Number.isInteger(value) && value >= 1;

const options = {
  help: { type: 'boolean', short: 'h' },
  seconds: { type: 'string', default: '3' },
  messages: { type: 'string', default: '1000000' },
  connections: { type: 'string', default: '5000' },
  rounds: { type: 'string', default: '5' },
  json: { type: 'string' },
} as const;

function writeReport(file: string, report: object): void {
  try {
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new OperatorError(
      {
        zh: `结果已显示在上面，但没能写入 ${file}（${reason}）。请检查 --json 给出的路径。`,
        en: `The result stands above, but could not be written to ${file} (${reason}). Check the path given with --json.`,
      },
      { cause },
    );
  }
}
