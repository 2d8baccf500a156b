/**
 * Follows the log from a position and hands every entry on exactly once and in order.
 * `wake` is a hint that there is something new; without it the reader looks by itself now and then.
 */
import type { Pool } from '../database/pool.ts';
import type { Position } from './cursor.ts';
import { isAfter } from './cursor.ts';
import type { Entry } from './entries.ts';
import { readAt, readEntries, readPositions } from './entries.ts';
import type { Handed } from './handed.ts';
import type { Tail } from './tail.ts';

export interface LogReader {
  position(): Position;
  /** Something was written; up to where, if the caller knows: once that is read nobody looks further in haste. */
  wake(upTo?: Position): void;
  stop(): Promise<void>;
  /** Since when the log could not be read, epoch ms; null: it is read. */
  failingSince(): number | null;
}

export interface LogReaderOptions {
  pool: Pool;
  from: Position;
  /** Read before the log itself: another reader of the node keeps what it has read. */
  tail?: Tail;
  /** What the node has written itself: only its place in the log is read. */
  handed?: Handed;
  deliver(entries: Entry[]): Promise<void> | void;
  /** Told when reading or delivering failed; the same entries come again. */
  onFailure(error: unknown): void;
  now(): number;
  idleMs?: number;
  /** Not more often than this: what is written meanwhile comes together. */
  gatherMs?: number;
  batch?: number;
}

export function followLog(options: LogReaderOptions): LogReader {
  const { pool, tail, handed, deliver, onFailure, now, idleMs = 500, gatherMs = 0, batch = 2000 } = options;
  let position = options.from;
  let stopped = false;
  let woken = false;
  let awaited: Position | null = null;
  let failing: number | null = null;
  let gathering = false;
  let rouse: (() => void) | null = null;

  const finished = run();
  return {
    position: () => position,
    failingSince: () => failing,
    wake(upTo) {
      woken = true;
      if (upTo && (!awaited || isAfter(upTo, awaited))) awaited = upTo;
      if (!gathering) rouse?.();
    },
    stop() {
      stopped = true;
      rouse?.();
      return finished;
    },
  };

  async function run() {
    let pause = idleMs;
    while (!stopped) {
      // What woke us may still stand behind a transaction that is running: look again soon, then ever more rarely.
      pause = woken ? shortestPauseMs : Math.min(pause * 2, idleMs);
      woken = false;
      const before = position;
      const full = await step();
      if (gatherMs > 0 && !full && position !== before && !stopped) {
        gathering = true;
        await rest(gatherMs);
        gathering = false;
      }
      if (awaited && !isAfter(awaited, position)) {
        awaited = null;
        pause = idleMs;
      }
      if (!full && !woken && !stopped) await rest(pause);
    }
  }

  /** True where there is more to read at once. */
  async function step(): Promise<boolean> {
    try {
      const entries = tail?.after(position, batch) ?? (await readLog());
      if (entries.length > 0) {
        await deliver(entries);
        position = entries.at(-1)!.position;
      }
      failing = null;
      return entries.length === batch;
    } catch (error) {
      if (!stopped) onFailure(error);
      failing ??= now();
      return false;
    }
  }

  async function readLog(): Promise<Entry[]> {
    if (!handed) return readEntries(pool, { after: position, limit: batch });
    const positions = await readPositions(pool, position, batch);
    const entries = positions.map((one) => handed.take(one));
    const missing = positions.filter((_, i) => !entries[i]);
    if (missing.length === 0) return entries as Entry[];
    const read = (await readAt(pool, missing)).values();
    return entries.map((entry) => entry ?? read.next().value!);
  }

  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      rouse = done;
      function done() {
        clearTimeout(timer);
        rouse = null;
        resolve();
      }
    });
  }
}

const shortestPauseMs = 2;
