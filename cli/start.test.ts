import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findCluster, socketFolder } from '../server/platform/database/placement.ts';
import { removeCluster } from '../server/platform/database/testing.ts';
import { note, notes, postmasterOf, spawnDesk } from './testing/desk-process.ts';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
/** A checkout under a folder that is closed to others (/root) can only be run by its owner. */
const nobodyMayRun = isRoot && spawnSync(process.execPath, ['--version'], nobody).status === 0;
let dataDir: string;
let desks: ReturnType<typeof spawnDesk>[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'yinuo-start-'));
  desks = [];
});

afterEach(async () => {
  for (const desk of desks) desk.child.kill('SIGKILL');
  await Promise.all(desks.map((desk) => desk.ended));
  await removeCluster(dataDir);
  rmSync(dataDir, { recursive: true });
});

function start(options?: Parameters<typeof spawnDesk>[1]) {
  const desk = spawnDesk(dataDir, options);
  desks.push(desk);
  return desk;
}

test.for(['SIGTERM', 'SIGINT'] as const)(
  '%s stops server and database; the next start finds all',
  async (signal) => {
    const first = start();
    await note(await first.ready(), '您好');
    const postmaster = postmasterOf(dataDir);
    first.child.kill(signal);
    expect(await first.ended).toBe(0);
    expect(isRunning(postmaster)).toBe(false);

    const second = start();
    expect(await notes(await second.ready())).toEqual(['您好']);
  },
);

test('a killed server leaves its database; the next start takes it over with every acknowledged row', async () => {
  const killed = start();
  const url = await killed.ready();
  for (let n = 0; n < 20; n++) await note(url, String(n));
  const orphan = postmasterOf(dataDir);
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(isRunning(orphan)).toBe(true);

  const next = start();
  expect(await notes(await next.ready())).toHaveLength(20);
  expect(next.errors()).toContain(`process ${orphan}`);
  expect(postmasterOf(dataDir)).not.toBe(orphan);
});

test('a killed database comes back by itself with every acknowledged row', async () => {
  const desk = start();
  const url = await desk.ready();
  for (let n = 0; n < 20; n++) await note(url, String(n));
  const killed = postmasterOf(dataDir);
  process.kill(killed, 'SIGKILL');

  await expect.poll(() => desk.errors(), { timeout: 30_000 }).toContain('The database is back');
  await expect.poll(async () => (await fetch(url)).status, { timeout: 10_000 }).toBe(200);
  expect(await notes(url)).toHaveLength(20);
  expect(postmasterOf(dataDir)).not.toBe(killed);
});

test('killed in the middle of its first start, it starts anew', async () => {
  const killed = start();
  await expect.poll(() => draftsOf(dataDir), { interval: 5, timeout: 30_000 }).toHaveLength(1);
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(findCluster(dataDir)).not.toBeNull();

  const next = start();
  expect(await notes(await next.ready())).toEqual([]);
  expect(draftsOf(dataDir)).toEqual([]);
});

test('a second server on the same data folder is told who uses it, and does no harm', async () => {
  const first = start();
  const url = await first.ready();
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.errors()).toContain(`Another Yinuo (process ${first.child.pid})`);
  expect(await notes(url)).toEqual([]);
});

test('a taken port is told with the setting to change, and the database is stopped', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const desk = start({ env: { PORT: String(port) } });
  expect(await desk.ended).toBe(1);
  expect(desk.errors()).toContain(`Port ${port} on 127.0.0.1 is taken`);
  expect(desk.errors()).toContain(`PORT=${port + 1}`);
  expect(postmasterOf(dataDir)).toBe(0);
  taken.close();
});

test('a second request ends a server that does not stop', async () => {
  const desk = start({ env: { STUBBORN: 'yes' } });
  await desk.ready();
  const postmaster = postmasterOf(dataDir);
  desk.child.kill('SIGINT');
  // Later than the moment in which one Ctrl-C counts once, however many processes pass it on.
  const askAgain = () => {
    desk.child.kill('SIGINT');
    return desk.child.exitCode;
  };
  await expect.poll(askAgain, { interval: 100, timeout: 10_000 }).toBe(1);
  expect(isRunning(postmaster)).toBe(false);
});

test.runIf(nobodyMayRun)('an ordinary user keeps the database in the data folder', async () => {
  chownSync(dataDir, nobody.uid, nobody.gid);
  const first = start(nobody);
  await note(await first.ready(), '您好');
  expect(findCluster(dataDir)?.home).toBe(join(dataDir, 'postgres'));
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const asRoot = start();
  expect(await notes(await asRoot.ready())).toEqual(['您好']);
  asRoot.child.kill('SIGTERM');
  expect(await asRoot.ended).toBe(0);

  const again = start(nobody);
  expect(await notes(await again.ready()), again.errors()).toEqual(['您好']);
});

test.runIf(nobodyMayRun)(
  'a data folder with a long path keeps its socket where the path is short',
  async () => {
    chownSync(dataDir, nobody.uid, nobody.gid);
    const long = join(dataDir, 'a'.repeat(120));
    const desk = spawnDesk(long, nobody);
    desks.push(desk);
    await note(await desk.ready(), '您好');
    const placement = findCluster(long);
    expect(placement).not.toBeNull();
    if (!placement) return;
    const socket = socketFolder(placement, nobody);
    expect(readdirSync(socket)).toContain('.s.PGSQL.5432');
    expect(socket.length).toBeLessThan(placement.home.length);
    desk.child.kill('SIGTERM');
    expect(await desk.ended).toBe(0);
    rmSync(socket, { recursive: true });
  },
);

function draftsOf(folder: string): string[] {
  const home = findCluster(folder)?.home;
  try {
    return home ? readdirSync(home).filter((name) => /^data\.new-[^.]+$/.test(name)) : [];
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
