/** Where customers stand, read at one moment: the line in the order of routing, the hands at their desks, the shop's hours. */
import type { CustomerStanding, LineNow } from '../../../core/conversations/customer-standing.ts';
import { standingOf } from '../../../core/conversations/customer-standing.ts';
import type { Strand } from '../../../core/conversations/merge.ts';
import { may } from '../../../core/team/roles.ts';
import { openingAt } from '../../../core/team/opening.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from '../conversations/index.ts';
import { statesAlong } from '../conversations/index.ts';
import { listColleagues } from '../team/index.ts';

export async function readStandings(
  { pool, shops, now }: Conversations,
  shopId: string,
  /** By each customer's own. */
  threads: ReadonlyMap<string, Strand[]>,
  lately: Pick<LineNow, 'freed' | 'watchedMs'>,
): Promise<Map<string, CustomerStanding>> {
  const { settings } = await shops.get(shopId);
  const opening = openingAt(settings.hours, now());
  const closed = opening.state === 'closed' ? { opensAt: opening.opens } : null;
  return inShop(pool, shopId, async (tx) => {
    const states = await statesAlong(tx, shopId, threads);
    const someoneWaits = [...states.values()].some(({ conversation }) => conversation.state === 'waiting');
    const line = someoneWaits && !closed ? { ...lately, ...(await readLine(tx, shopId, now())) } : nobody;
    return new Map(
      [...threads.keys()].map((id) => {
        const { conversation = null, word = null } = states.get(id) ?? {};
        return [id, standingOf(conversation, { line, closed, word, now: now() })];
      }),
    );
  });
}

const nobody: LineNow = { waiting: [], freeHands: null, freed: 0, watchedMs: 0 };

/**
 * One line for the whole shop, as routing serves it: a free hand of another group helps rather than lets anybody wait.
 * Further back than this nobody is told a number.
 */
const longestLine = 2000;

async function readLine(
  tx: Tx,
  shopId: string,
  now: number,
): Promise<Pick<LineNow, 'waiting' | 'freeHands'>> {
  const rows = tx.query<{ conversation_id: string }>(
    `select conversation_id from conversations
    where shop_id = $1 and state = 'waiting' order by urgency desc, queued_at, conversation_id limit $2`,
    [shopId, longestLine],
  );
  const present = (await listColleagues(tx, shopId, now)).filter(
    (one) => one.presence === 'available' && one.role === 'agent' && may(one, 'conversations.reply'),
  );
  const free = present.reduce((sum, { open, capacity }) => sum + Math.max(0, capacity - open), 0);
  return {
    waiting: (await rows).map((row) => row.conversation_id),
    freeHands: present.length === 0 ? null : free,
  };
}
