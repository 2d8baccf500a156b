import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Node runs the TypeScript itself: what it has read once it need not strip and compile again. */
const compileCache = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') };

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program on the pinned Node in this process's place: same terminal, same signals, same exit code.
 * Over the channel the child learns when this process is killed, and stops instead of staying behind.
 */
export function runInPlace(node, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...compileCache, ...process.env },
    });
    for (const signal of forwarded) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
