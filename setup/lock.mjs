import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './failure.mjs';

/** Runs `work` while no other process holds the lock `file`; waits for a live holder, replaces a dead one. */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  let told = false;
  while (!take(file, own)) {
    const holder = holderOf(file);
    if (holder !== null && !isAlive(holder)) discard(file, own, holder);
    else if (holder !== null && !told) {
      say(
        `等待另一个安装进程 ${holder} 完成（${file}）`,
        `waiting for set-up by process ${holder} (${file})`,
      );
      told = true;
    }
    await pause(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** A link appears with its content at once, and only where nothing is. */
function take(file, own) {
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return null; // given back in this moment
  }
}

/** Two may see the same dead holder: whoever comes second must not throw away the first one's new lock. */
function discard(file, own, dead) {
  const aside = `${own}.aside`;
  try {
    renameSync(file, aside);
    if (Number(readFileSync(aside, 'utf8')) !== dead) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
