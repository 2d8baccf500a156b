import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { stopMakers } from './leftovers.ts';

test.runIf(existsSync('/proc/self/cmdline'))(
  'what still makes a cluster for a killed server ends, and nothing else does',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'yinuo-leftovers-'));
    const [draft, other] = [join(home, 'data.new-1'), join(home, 'data.new-2')];
    const make = (folder: string) =>
      spawn('sh', ['-c', 'while mkdir -p "$0"; do sleep 0.02; done', folder], { stdio: 'ignore' });
    const [maker, another] = [make(draft), make(other)];
    onTestFinished(() => {
      another.kill('SIGKILL');
      maker.kill('SIGKILL');
      rmSync(home, { recursive: true, force: true, maxRetries: 10 });
    });
    await expect.poll(() => existsSync(draft) && existsSync(other)).toBe(true);
    const ended = once(maker, 'exit');
    await stopMakers(draft);
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(another.exitCode ?? another.signalCode).toBeNull();
  },
);
