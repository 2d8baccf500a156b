import type { WidgetSession } from '../core/api.ts';
import type { Refusal } from '../core/refusal.ts';
import { Refused } from '../core/refusal.ts';
import { retryDelay } from '../live/backoff.ts';
import { pause } from '../live/pause.ts';
import { openSession } from './desk.ts';
import type { Settings } from './settings.ts';
import type { Shelf } from './shelf.ts';

export interface Visit {
  shelf: Shelf;
  identityToken: string | null;
  /** The desk was not reached; another attempt follows. */
  onDelay(): void;
  /** Somebody else's visit has begun: no further attempts. */
  isOver(): boolean;
}

/**
 * Tries until there is a session; rejects with Refused where trying again would not help.
 * A visitor token that no longer holds is replaced without a word.
 */
export async function signOn({ desk, shop, lang }: Settings, visit: Visit): Promise<WidgetSession> {
  const { shelf, identityToken } = visit;
  for (let failures = 0; ; failures++) {
    try {
      const visitorToken = shelf.token() ?? undefined;
      const session = await openSession(desk, {
        shop,
        lang,
        visitorToken,
        identityToken: identityToken ?? undefined,
      });
      if (session.visitorToken) shelf.keepToken(session.visitorToken);
      return session;
    } catch (error) {
      const refusal = error instanceof Refused ? error.refusal : null;
      if (visit.isOver() || !mayPass(refusal, shelf)) throw error;
      if (refusal?.code === 'unauthenticated') {
        shelf.keepToken(null);
        continue;
      }
      visit.onDelay();
      await pause(
        refusal?.code === 'too-many' ? refusal.retryAfterSeconds * 1000 : retryDelay(failures, Math.random),
      );
    }
  }
}

function mayPass(refusal: Refusal | null, shelf: Shelf): boolean {
  if (refusal?.code === 'unauthenticated') return shelf.token() !== null;
  return refusal === null || refusal.code === 'too-many' || refusal.code === 'unavailable';
}
