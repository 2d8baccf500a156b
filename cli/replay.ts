/** `yinuo replay`: conversations from files as live traffic, through the protocols of widget and desk. */
import { Refused } from '../core/refusal.ts';
import { readCaseLine } from '../core/standard/case-form.ts';
import { refusalWords } from '../core/words/refusals.ts';
import { OperatorError } from '../server/platform/operator-error.ts';
import type { Io } from './command.ts';
import { showProgress } from './progress.ts';
import { openApi } from './replay/api.ts';
import { newFigures } from './replay/figures.ts';
import type { ReplayOptions } from './replay/options.ts';
import { readOptions, shopOf } from './replay/options.ts';
import type { Stage } from './replay/play.ts';
import { play } from './replay/play.ts';
import { summary } from './replay/summary.ts';
import { openTeam } from './replay/team.ts';
import { several } from './several.ts';
import type { SourceLine } from './source-lines.ts';
import { linesOfFiles } from './source-lines.ts';
import { listenForStop } from './stop-requests.ts';

/** 0: all as expected; 1: bad lines, or refusals nobody expected; 2: wrong usage; 130: stopped before the end. */
export async function replayCommand(argv: string[], io: Io): Promise<number> {
  const read = readOptions(argv);
  if ('usage' in read) {
    (read.asked ? io.stdout : io.stderr).write(read.usage);
    return read.asked ? 0 : 2;
  }
  const requests = listenForStop();
  const stopping = new AbortController();
  void requests.first.then(() => stopping.abort());
  try {
    return await replay(read.options, stopping.signal, io);
  } catch (error) {
    if (stopping.signal.aborted) return 130;
    throw error instanceof Refused ? refusedAtTheDoor(error) : error;
  } finally {
    requests.close();
  }
}

export async function replay(options: ReplayOptions, stop: AbortSignal, io: Io): Promise<number> {
  const { url, accounts, password, speed, journal, limit, parallel } = options;
  const lines = await first(linesOfFiles(options.files).lines, limit);
  await requireDesk(url);
  const figures = newFigures();
  const api = openApi(url, stop, () => figures.waits++);
  const credentials = accounts.map((account) => ({ account, password }));
  const team = await openTeam(api, url, credentials, stop, (event) => {
    if (event.type === 'alert.raised') figures.alerts.add(event.alertId);
  });
  const stage: Stage = { api, team, figures, url, shop: shopOf(accounts[0]!), speed, journal, stop };
  const progress = showProgress(io.stderr, () => figures.played / lines.length);
  let bad = 0;
  try {
    await several(lines, parallel, () => stop.aborted, playLine);
  } finally {
    team.leave();
    progress.end();
  }
  io.stdout.write(summary(figures, stop.aborted));
  if (stop.aborted) return 130;
  return bad + figures.missed + figures.refused.length > 0 ? 1 : 0;

  async function playLine({ place, text }: SourceLine): Promise<void> {
    const line = text === null ? { fault: { field: 'line', why: 'is too long' } } : readCaseLine(text);
    if ('fault' in line) {
      bad++;
      return progress.say(`跳过 skipped ${place}: ${line.fault.field} ${line.fault.why}`);
    }
    try {
      await play(stage, line.conversation);
    } catch (error) {
      if (stop.aborted) return;
      if (!(error instanceof Refused)) throw error;
      figures.refused.push(error.refusal);
    }
    progress.show(figures.played);
  }
}

async function first(lines: AsyncIterable<SourceLine>, limit: number): Promise<SourceLine[]> {
  const taken: SourceLine[] = [];
  for await (const line of lines) {
    if (taken.length >= limit) break;
    if (line.text?.trim() !== '') taken.push(line);
  }
  return taken;
}

function refusedAtTheDoor(cause: Refused): OperatorError {
  const { refusal } = cause;
  return new OperatorError(
    {
      zh: `登录服务台失败：${refusalWords(refusal, 'zh')}`,
      en: `Signing in at the desk failed: ${refusalWords(refusal, 'en')}`,
    },
    { cause },
  );
}

/** A desk that is not there at the beginning is a wrong address; one that goes away later comes back. */
async function requireDesk(url: string): Promise<void> {
  const answer = await fetch(`${url}/healthz`).catch(() => null);
  if (answer) return;
  throw new OperatorError({
    zh: `${url} 没有服务台应答。请先启动服务台，或用 --url 写出它的地址。`,
    en: `No desk answers at ${url}. Start the desk first, or give its address with --url.`,
  });
}
