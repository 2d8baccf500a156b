/** What the use cases about people are handed. */
import type { Pool } from '../../platform/database/pool.ts';
import type { Sessions } from './sessions.ts';
import type { Shops } from './settings.ts';

export interface Managing {
  pool: Pool;
  shops: Shops;
  sessions: Sessions;
  now(): number;
}
