/** What the operations' use cases are handed. */
import type { TillName } from '../../../core/commerce/operation-api.ts';
import type { Conversations } from '../conversations/index.ts';
import type { Till } from './tills/till.ts';

export interface Operations {
  conversations: Conversations;
  /** The shop's clock. */
  zone(shopId: string): Promise<string>;
  /** Those that pay by themselves; by hand is a person. */
  tills: Record<Exclude<TillName, 'by-hand'>, Till>;
  onFailure(error: unknown): void;
}
