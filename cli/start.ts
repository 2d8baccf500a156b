import type { RunningServer } from '../server/main.ts';
import { type Config, readConfig } from '../server/platform/config.ts';
import { type Embedded, startEmbedded } from '../server/platform/database/embedded.ts';
import { type RoleUrls, migrate } from '../server/platform/database/migrate.ts';
import { type Advice, OperatorError } from '../server/platform/operator-error.ts';
import type { Io } from './command.ts';
import { type StopRequests, listenForStop } from './stop-requests.ts';

export type StartServer = (config: Config, urls: RoleUrls & { ownerUrl: string }) => Promise<RunningServer>;

/** `yinuo start`: database, migrations, server, the demo shop; then waits until it is told to stop. */
export async function startCommand(_argv: string[], io: Io): Promise<number> {
  const { startServer } = await import('../server/main.ts');
  const { demo, demoSignIns } = await import('../demo/index.ts');
  const requests = listenForStop();
  const config = readConfig(process.env);
  const start: StartServer = (settings, urls) => startServer(settings, urls, demo(config.secret));
  const code = await runServer({ config, startServer: start, welcome: demoSignIns, requests, io });
  if (code !== 0) process.exit(code); // whatever a hurried server still holds open must not keep it alive
  return code;
}

export interface RunOptions {
  config: Config;
  startServer: StartServer;
  /** Said below the ready line. */
  welcome?(url: string): string;
  requests: StopRequests;
  io: Pick<Io, 'stdout' | 'stderr'>;
}

/** Returns 0 after an orderly stop, 1 when a second request cut it short. The database stops last, always. */
export async function runServer({ config, startServer, welcome, requests, io }: RunOptions): Promise<number> {
  let embedded: Embedded | null = null;
  const log = ({ zh, en }: Advice) => void io.stderr.write(`${zh}\n${en}\n`);
  const serve = async () => {
    const ownerUrl =
      config.databaseUrl ?? (embedded = await startEmbedded({ dataDir: config.dataDir, log })).ownerUrl;
    const urls = await migrate(ownerUrl, { secret: config.secret });
    const server = await startServer(config, { ownerUrl, ...urls }).catch((error) => explain(error, config));
    io.stdout.write(`ready ${server.url}\n${welcome?.(server.url) ?? ''}`);
    await requests.first;
    await server.stop();
    return 0;
  };
  const hurry = requests.second.then(() => 1);
  let mode: 'fast' | 'immediate' = 'fast';
  try {
    const code = await Promise.race([serve(), hurry]);
    if (code !== 0) mode = 'immediate';
    return code;
  } finally {
    await (embedded as Embedded | null)?.stop(mode);
    requests.close();
  }
}

function explain(error: NodeJS.ErrnoException, { host, port }: Config): never {
  const advice = listenErrors[error.code ?? '']?.(host, port);
  throw advice ? new OperatorError(advice, { cause: error }) : error;
}

const listenErrors: Record<string, (host: string, port: number) => Advice> = {
  EADDRINUSE: (host, port) => ({
    zh: `端口 ${port} 已被其他程序占用（${host}）。请关闭那个程序，或用 PORT 指定别的端口，例如 PORT=${port + 1} npm start。`,
    en: `Port ${port} on ${host} is taken by another program. Close that program, or choose another port with PORT, for example PORT=${port + 1} npm start.`,
  }),
  EACCES: (_host, port) => ({
    zh: `当前用户无权使用端口 ${port}。请用 PORT 指定 1024 以上的端口。`,
    en: `This user may not use port ${port}. Choose one above 1024 with PORT.`,
  }),
  EADDRNOTAVAIL: (host) => ({
    zh: `本机没有地址 ${host}。请检查 HOST，例如 127.0.0.1（仅本机）或 0.0.0.0（所有网卡）。`,
    en: `This machine has no address ${host}. Check HOST: 127.0.0.1 is this machine only, 0.0.0.0 all its networks.`,
  }),
  ENOTFOUND: (host) => ({
    zh: `找不到主机名 ${host}。请检查 HOST，例如 127.0.0.1（仅本机）或 0.0.0.0（所有网卡）。`,
    en: `The host name ${host} is unknown. Check HOST: 127.0.0.1 is this machine only, 0.0.0.0 all its networks.`,
  }),
};
