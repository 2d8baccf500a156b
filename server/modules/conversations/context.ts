/** What the conversations' use cases are handed. */
import type { Pool } from '../../platform/database/pool.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Standards } from '../standard/index.ts';
import type { Shops } from '../team/index.ts';
import type { Beside } from './beside.ts';
import type { Judged } from './judged.ts';
import type { LiveFacts } from './live-facts.ts';
import type { Onlookers } from './onlookers.ts';
import type { Road } from './road.ts';

export interface Conversations {
  pool: Pool;
  vault: Vault;
  shops: Shops;
  standards: Standards;
  road: Road;
  liveFacts: LiveFacts;
  beside: Beside;
  judged: Judged;
  onlookers: Onlookers;
  files: FileStore;
  epoch: string;
  now(): number;
  /** A rule threw while judging: somebody must know. */
  onRuleFailure(failure: { shopId: string; conversationId: string; rule: string; error: unknown }): void;
}
