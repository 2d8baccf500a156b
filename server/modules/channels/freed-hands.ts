/** How fast hands became free lately, as this node saw it in the log. After a start it knows nothing, and says so. */
import type { Entry } from '../../platform/log/entries.ts';

export interface FreedHands {
  note(entries: readonly Entry[]): void;
  of(shopId: string): { freed: number; watchedMs: number };
}

const lookBackMs = 30 * 60_000;

export function watchFreedHands(now: () => number): FreedHands {
  const since = now();
  const byShop = new Map<string, number[]>();
  return {
    note(entries) {
      for (const { shopId, event } of entries) {
        // One that never had an agent frees nobody; who closes a waiting one is rare enough to leave it at that.
        if (event.type !== 'episode.closed') continue;
        const times = byShop.get(shopId);
        if (times) times.push(event.at);
        else byShop.set(shopId, [event.at]);
      }
    },
    of(shopId) {
      const from = Math.max(since, now() - lookBackMs);
      const times = (byShop.get(shopId) ?? []).filter((at) => at >= from);
      byShop.set(shopId, times);
      return { freed: times.length, watchedMs: now() - from };
    },
  };
}
