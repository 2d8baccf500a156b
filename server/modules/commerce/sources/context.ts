import type { GuardedFetch } from '../../../platform/http/guarded-fetch.ts';
import type { Commerce } from '../context.ts';

export interface Sources extends Commerce {
  fetch: GuardedFetch;
  /** The name in a source's address for its calls; null: no such shop. */
  shopBySlug(slug: string): Promise<string | null>;
  slugOf(shopId: string): Promise<string>;
}
