/** What happens by itself when its time has come: a wait grows too long, a snooze ends, a silence closes. */
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { silenceDrafts, silenceNextAt } from '../../../core/conversations/silence.ts';
import { wakeInTime, wakesAt } from '../../../core/conversations/snooze.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import { checkEnding } from '../../../core/standard/check.ts';
import { hasOpenPromise } from '../../../core/standard/open-promise.ts';
import type { ShopSettings } from '../../../core/team/shop-settings.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from './context.ts';
import { lateDrafts, lateNextAt } from './late-wait.ts';

export type ClockSettings = Pick<ShopSettings, 'hours' | 'thresholds' | 'autoClose'>;

/** When it has something to say next; null: not by itself. */
export function clockNextAt(conversation: Conversation, settings: ClockSettings): number | null {
  const next =
    lateNextAt(conversation, settings) ?? wakesAt(conversation) ?? silenceNextAt(conversation, settings);
  // A shop that never opens has no working time.
  return next === Infinity ? null : next;
}

export async function sweepClocks(conversations: Conversations, shopId: string): Promise<void> {
  const { shops, standards, pool, now } = conversations;
  const { settings } = await shops.get(shopId);
  const { thresholds } = (await standards.current(shopId)).settings;
  const clock = { hours: settings.hours, thresholds, autoClose: settings.autoClose ?? null };
  const asOf = JSON.stringify(clock);
  // Other settings hold for what is under way too: all that is open is looked at once.
  if (sweptBy.get(shopId) !== asOf) {
    for await (const rows of everyOpen(pool, shopId)) await sweep(conversations, shopId, clock, rows);
    sweptBy.set(shopId, asOf);
  }
  const due = await inShop(pool, shopId, (tx) =>
    tx.query<ClockRow>(
      `select conversation_id, clock_next_at from conversations
      where shop_id = $1 and clock_next_at <= $2 order by clock_next_at limit ${page}`,
      [shopId, iso(now())],
    ),
  );
  await sweep(conversations, shopId, clock, due);
}

/** The settings that each shop's conversations were last looked at by. */
const sweptBy = new Map<string, string>();
const page = 500;

interface ClockRow {
  conversation_id: string;
  clock_next_at: number | null;
}

async function* everyOpen(pool: Pool, shopId: string): AsyncGenerator<ClockRow[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await inShop(pool, shopId, (tx) =>
      tx.query<ClockRow>(
        `select conversation_id, clock_next_at from conversations
        where shop_id = $1 and state in ('waiting', 'assigned') and conversation_id > $2
        order by conversation_id limit ${page}`,
        [shopId, after],
      ),
    );
    yield rows;
    if (rows.length < page) return;
    after = rows.at(-1)!.conversation_id;
  }
}

async function sweep(
  conversations: Conversations,
  shopId: string,
  settings: ClockSettings,
  rows: ClockRow[],
): Promise<void> {
  const { road, pool, now } = conversations;
  await Promise.all(
    rows.map(async ({ conversation_id: conversationId, clock_next_at: before }) => {
      const kept = before !== null && (await isKeptOpen(conversations, shopId, conversationId, settings));
      const { conversation, events } = await road.take({
        shopId,
        conversationId,
        decide: (one) => dueDrafts(one, settings, now(), kept),
      });
      const next = kept ? now() + keptMs : clockNextAt(conversation, settings);
      if (events.length === 0 && next !== before) await setClock(pool, shopId, conversationId, before, next);
    }),
  );
}

function dueDrafts(one: Conversation, settings: ClockSettings, now: number, kept: boolean): Draft[] {
  const due = [...lateDrafts(one, settings, now), ...wakeInTime(one, now)];
  return due.length > 0 || kept ? due : silenceDrafts(one, settings, now);
}

/** It is not closed by itself where something is still owed, or the standard would warn a person who closes it. */
async function isKeptOpen(
  { liveFacts, standards, now }: Conversations,
  shopId: string,
  conversationId: string,
  settings: ClockSettings,
): Promise<boolean> {
  if (!settings.autoClose) return false;
  const alive = await liveFacts.get(shopId, conversationId);
  const at = now();
  const silent = silenceNextAt(alive.conversation, settings);
  if (silent === null || silent > at) return false;
  const { rules } = await standards.current(shopId);
  const facts = await liveFacts.factsOf(shopId, alive);
  return hasOpenPromise(facts, at) || checkEnding(facts, at, { rules: rules.chat }).length > 0;
}

/** Then it is looked at again. */
const keptMs = 10 * 60_000;

/** Nothing has happened by these settings; whoever has written meanwhile has set the clock themselves. */
async function setClock(
  pool: Pool,
  shopId: string,
  conversationId: string,
  before: number | null,
  next: number | null,
): Promise<void> {
  await inShop(pool, shopId, async (tx) =>
    tx.send(
      `update conversations set clock_next_at = $4
      where shop_id = $1 and conversation_id = $2 and clock_next_at is not distinct from $3`,
      [shopId, conversationId, iso(before), iso(next)],
    ),
  );
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
