/** The supervisor's live page: what is open, who waits, what calls for a person. */
import type { WallAnswer } from '../../../core/api.ts';
import type { Person } from '../../../core/team/roles.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import { cursorOf } from '../../platform/log/cursor.ts';
import { safePosition } from '../../platform/log/entries.ts';
import type { Conversations } from '../conversations/index.ts';
import {
  countOpenFindings,
  listOpenAlerts,
  listOpenConversations,
  listOpenHolds,
} from '../conversations/index.ts';
import { listColleagues } from '../team/index.ts';

export function readWall({ pool, epoch, now }: Conversations, { shopId }: Person): Promise<WallAnswer> {
  return snapshotOfShop(pool, shopId, async (tx) => {
    const position = await safePosition(tx);
    return {
      rows: await listOpenConversations(tx, shopId),
      alerts: await listOpenAlerts(tx, shopId),
      holds: await listOpenHolds(tx, shopId),
      findings: await countOpenFindings(tx, shopId),
      agents: await listColleagues(tx, shopId, now()),
      cursor: cursorOf(epoch, position),
    };
  });
}
