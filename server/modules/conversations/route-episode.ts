/** Gives waiting conversations to people: urgent ones first, then who has waited longest. */
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { route } from '../../../core/conversations/transitions.ts';
import type { Group } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import { chooseAgent } from '../../../core/team/routing.ts';
import { inShop } from '../../platform/database/pool.ts';
import { listColleagues } from '../team/index.ts';
import type { Conversations } from './context.ts';

/** As many as there are free hands. On one node, and one round after another, so that no hand is promised twice. */
export function routeWaiting(conversations: Conversations, shopId: string): Promise<void> {
  const rounds = roundsOf.get(conversations) ?? new Map<string, Promise<void>>();
  roundsOf.set(conversations, rounds);
  const round = (rounds.get(shopId) ?? Promise.resolve()).then(() => routeRound(conversations, shopId));
  const settled = round.catch(() => {}); // told to whoever asked for it
  rounds.set(shopId, settled);
  return round;
}

/** The last round of each shop. */
const roundsOf = new WeakMap<Conversations, Map<string, Promise<void>>>();

async function routeRound({ pool, road, now }: Conversations, shopId: string): Promise<void> {
  const { waiting, colleagues } = await inShop(pool, shopId, async (tx) => {
    const rows = tx.query<WaitingRow>(
      `select conversation_id, group_name, own_agent_id from conversations
      where shop_id = $1 and state = 'waiting' order by urgency desc, queued_at, conversation_id limit 200`,
      [shopId],
    );
    return { waiting: await rows, colleagues: await listColleagues(tx, shopId, now()) };
  });
  const free = colleagues.filter(
    (one) => one.presence === 'available' && one.role === 'agent' && may(one, 'conversations.reply'),
  );
  for (const { conversation_id: conversationId, group_name, own_agent_id } of waiting) {
    const agentId = chooseAgent(free, group_name, own_agent_id);
    if (!agentId) break;
    let taken: Conversation | undefined;
    const decide = (conversation: Conversation) => route((taken = conversation), agentId);
    await road.take({ shopId, conversationId, decide });
    if (taken?.state === 'waiting') free.find((one) => one.agentId === agentId)!.open++;
  }
}

interface WaitingRow {
  conversation_id: string;
  group_name: Group;
  own_agent_id: string | null;
}
