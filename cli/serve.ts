import type { App, RunningServer } from '../server/main.ts';
import { readConfig } from '../server/platform/config.ts';
import type { Io } from './command.ts';
import type { StartServer } from './start.ts';
import { runServer } from './start.ts';
import { listenForStop } from './stop-requests.ts';

/** `yinuo serve`: the desk of a real shop, without demo data. While it has no administrator it prints a link to make one. */
export async function serveCommand(_argv: string[], io: Io): Promise<number> {
  const { startServer } = await import('../server/main.ts');
  const requests = listenForStop();
  const config = readConfig(process.env);
  let words: (url: string) => string = () => '';
  const start: StartServer = async (settings, urls): Promise<RunningServer> =>
    startServer(settings, urls, async (app) => {
      words = await setUpWords(app);
    });
  const code = await runServer({ config, startServer: start, welcome: (url) => words(url), requests, io });
  if (code !== 0) process.exit(code); // whatever a hurried server still holds open must not keep it alive
  return code;
}

async function setUpWords(app: App): Promise<(url: string) => string> {
  const token = await app.setUpToken();
  if (token === null) return () => '';
  // Behind the hash: what stands there is sent to no server, and so stands in no log.
  return (url) =>
    [
      '还没有管理员。用这个链接开店并设立第一位管理员（24 小时内有效，只能用一次）：',
      'There is no administrator yet. Make the shop and its first one here (for 24 hours, once):',
      `  ${url}/set-up#${token}`,
      '',
    ].join('\n');
}
