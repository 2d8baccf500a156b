/** Waits that pass a threshold: the agent is reminded, then a supervisor is called. Time is the shop's working time. */
import { v7 as uuid } from 'uuid';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import type { ShopSettings } from '../../../core/team/shop-settings.ts';
import { nextWaitStage } from '../../../core/team/shop-settings.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from './context.ts';

/** The standard and the hours that each shop's waits were last looked at by. */
const sweptBy = new Map<string, string>();

export async function sweepWaiting(
  { pool, road, shops, standards, now }: Conversations,
  shopId: string,
): Promise<void> {
  const { settings } = await shops.get(shopId);
  const { version, settings: own } = await standards.current(shopId);
  const clock = { hours: settings.hours, thresholds: own.thresholds };
  // Other thresholds and hours hold for waits under way too: all are looked at once.
  const by = `${version} ${JSON.stringify(settings.hours)}`;
  const all = sweptBy.get(shopId) !== by;
  const late = await inShop(pool, shopId, (tx) =>
    tx.query<{ conversation_id: string; late_next_at: number }>(
      `select conversation_id, late_next_at from conversations
      where shop_id = $1 and late_next_at <= $2 order by late_next_at limit 500`,
      [shopId, all ? 'infinity' : new Date(now()).toISOString()],
    ),
  );
  await Promise.all(
    late.map(async ({ conversation_id: conversationId, late_next_at: before }) => {
      const { conversation, events } = await road.take({
        shopId,
        conversationId,
        decide: (one) => lateDrafts(one, clock, now()),
      });
      const next = lateNextAt(conversation, clock);
      if (events.length === 0 && next !== before) await setClock(pool, shopId, conversationId, before, next);
    }),
  );
  sweptBy.set(shopId, by);
}

/** Nothing has passed yet by these thresholds; whoever has written meanwhile has set the clock themselves. */
async function setClock(
  pool: Pool,
  shopId: string,
  conversationId: string,
  before: number,
  next: number | null,
): Promise<void> {
  await inShop(pool, shopId, async (tx) =>
    tx.send(
      'update conversations set late_next_at = $4 where shop_id = $1 and conversation_id = $2 and late_next_at = $3',
      [
        shopId,
        conversationId,
        new Date(before).toISOString(),
        next === null ? null : new Date(next).toISOString(),
      ],
    ),
  );
}

type WaitClock = Pick<ShopSettings, 'hours' | 'thresholds'>;

/** When the conversation's next threshold passes; null: nobody waits, or all have passed. */
export function lateNextAt(conversation: Conversation, settings: WaitClock): number | null {
  const since = clockStart(conversation);
  return since === null
    ? null
    : (nextWaitStage(settings, { since, passed: conversation.lateStage })?.at ?? null);
}

/** Only the highest threshold passed is told: after an outage nobody wants all of them at once. */
function lateDrafts(conversation: Conversation, settings: WaitClock, now: number): Draft[] {
  const since = clockStart(conversation);
  if (since === null) return [];
  const before = conversation.lateStage;
  let passed = before;
  for (
    let next = nextWaitStage(settings, { since, passed });
    next && next.at <= now;
    next = nextWaitStage(settings, { since, passed })
  ) {
    passed = next.stage;
  }
  if (passed === before) return [];
  const { callSupervisor } = settings.thresholds;
  const call = before < callSupervisor && passed >= callSupervisor;
  return [
    { type: 'wait.late', stage: passed, since },
    ...(call
      ? [
          {
            type: 'alert.raised',
            alertId: uuid(),
            cause: { kind: 'wait', seconds: passed },
            messageSeq: null,
          } as const,
        ]
      : []),
  ];
}

/** Waiting in the queue counts for the shop; the agent's clock starts when it became theirs. */
function clockStart({ waitingSince, assignedAt, state }: Conversation): number | null {
  if (waitingSince === null || state === 'closed') return null;
  return Math.max(waitingSince, assignedAt ?? 0);
}
