/** How fast hands became free lately, as this node saw it in the log. After a start it knows nothing, and says so. */
import type { Entry } from '../../platform/log/entries.ts';

export interface FreedHands {
  note(entries: readonly Entry[]): void;
  of(shopId: string): { freed: number; watchedMs: number };
}

const lookBackMs = 30 * 60_000;

export function watchFreedHands(now: () => number): FreedHands {
  const startedAt = now();
  const byShop = new Map<string, number[]>();
  const since = () => Math.max(startedAt, now() - lookBackMs);
  return {
    note(entries) {
      for (const { shopId, event, reach } of entries) {
        // One that nobody served has freed nobody.
        if (event.type !== 'episode.closed' || reach.assigneeId === null) continue;
        byShop.set(shopId, [...recent(shopId), event.at]);
      }
    },
    of: (shopId) => ({ freed: recent(shopId).length, watchedMs: now() - since() }),
  };

  function recent(shopId: string): number[] {
    return (byShop.get(shopId) ?? []).filter((at) => at >= since());
  }
}
