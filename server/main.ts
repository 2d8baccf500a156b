/** From configuration and database to a server that listens. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App, AppOptions } from './app.ts';
import { createApp } from './app.ts';
import type { Config } from './platform/config.ts';
import { failureLog } from './platform/failure-log.ts';

export type { App };

export interface RunningServer {
  url: string;
  stop(): Promise<void>;
}

/** `extend` adds what only some starts have: the demo shop. */
export async function startServer(
  config: Pick<Config, 'host' | 'port' | 'secret' | 'dataDir'>,
  urls: { appUrl: string; pumpUrl: string },
  extend: (app: App) => Promise<void> = async () => {},
  options: Pick<AppOptions, 'rates'> = {},
): Promise<RunningServer> {
  const app = await createApp({
    ...options,
    urls,
    secret: config.secret,
    filesDir: join(config.dataDir, 'files'),
    version,
    onFailure,
  });
  try {
    await extend(app);
    await app.http.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.stop();
    throw error;
  }
  const { port } = app.http.server.address() as { port: number };
  return { url: `http://${shownHost(config.host)}:${port}`, stop: app.stop };
}

const onFailure = failureLog((text) => void process.stderr.write(text), Date.now);

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** An address that a browser on this machine can open. */
function shownHost(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
