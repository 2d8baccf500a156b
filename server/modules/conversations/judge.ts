/**
 * Judges what was said, right after it was stored: alerts and moods from the customer's words,
 * findings on the agent's. A reaction to the log, so it may come twice; what was found before is not found again.
 */
import { v7 as uuid } from 'uuid';
import { saidIn } from '../../../core/attachments.ts';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import type { Urgency } from '../../../core/events.ts';
import type { Options } from '../../../core/standard/check.ts';
import { check, watch } from '../../../core/standard/check.ts';
import type { Facts } from '../../../core/standard/facts.ts';
import type { Finding } from '../../../core/standard/finding.ts';
import type { Mood } from '../../../core/standard/mood.ts';
import { moodNow } from '../../../core/standard/mood-now.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Entry } from '../../platform/log/entries.ts';
import { aboutOf } from './beside.ts';
import type { Conversations } from './context.ts';
import { verdictOfMessage } from './holds.ts';
import type { Alive } from './live-facts.ts';

/** The messages of one episode, in order. */
export async function judge(conversations: Conversations, entries: Entry[]): Promise<void> {
  const { shopId, event } = entries[0]!;
  const { conversationId } = event;
  const alive = await conversations.liveFacts.get(shopId, conversationId);
  const known = await conversations.liveFacts.factsOf(shopId, alive);
  for (const entry of entries) conversations.liveFacts.fold(entry);
  const posted = entries.flatMap((entry) => (entry.event.type === 'message.posted' ? [entry.event] : []));
  const { turns, firstSeq } = await turnsFor(conversations, shopId, alive, posted);
  const from = posted[0]!.seq - firstSeq;
  const asSent = new Map(
    posted.map(({ seq, clientId = '', text = null, attachment }) => [
      seq - firstSeq,
      conversations.judged.take({ shopId, conversationId, clientId, text: saidIn(text, attachment?.name) }),
    ]),
  );
  // Words that this node did not judge as they were sent are judged by what is known now.
  const unjudged = posted.some(({ author, seq }) => author === 'agent' && !asSent.get(seq - firstSeq));
  const beside = unjudged ? await conversations.beside.of(shopId, aboutOf(alive)) : {};
  const facts = { ...known, ...beside, turns };
  const standard = await conversations.standards.current(shopId);
  const findings = findingsFrom(facts, from, conversations.now(), asSent, {
    rules: standard.rules[facts.channel],
    onFailure: ({ rule, error }) => conversations.onRuleFailure({ shopId, conversationId, rule, error }),
  });
  const mood = posted.some((one) => one.author === 'customer') ? moodNow(turns) : alive.conversation.mood;
  if (findings.length === 0 && mood === alive.conversation.mood) return;

  const { episodeId } = posted[0]!;
  const clientIds = new Map(posted.map((one) => [one.seq, one.clientId ?? '']));
  await conversations.road.take({
    shopId,
    conversationId,
    readsRows: true,
    async decide(conversation, tx) {
      const found = await findingDrafts(tx, shopId, conversation, {
        findings,
        firstSeq,
        episodeId,
        clientIds,
      });
      const drafts = [...found, ...moodDrafts(conversation, mood, posted.at(-1)!.seq)];
      return [...drafts, ...urgencyDrafts(conversation, drafts)];
    },
  });
}

/** What is alive, or, for messages that it has let go of (after an outage, in a flood), what is stored. */
async function turnsFor(
  { liveFacts }: Conversations,
  shopId: string,
  alive: Alive,
  posted: { seq: number; conversationId: string; episodeId: string }[],
): Promise<Pick<Alive, 'turns' | 'firstSeq'>> {
  const first = posted[0]!;
  // The list itself, since what was understood of its turns is kept with it; nothing moves it on before it is judged.
  if (first.seq >= alive.firstSeq) return alive;
  return liveFacts.turnsUpTo(shopId, first, posted.at(-1)!.seq);
}

/** Findings that stand at turns from `from` on: on the agent's words, as they were sent where that is known, and live ones on the whole. */
function findingsFrom(
  facts: Facts,
  from: number,
  now: number,
  asSent: Map<number, Finding[] | null>,
  options: Options,
): Finding[] {
  const onWords = facts.turns.flatMap((turn, i) => {
    // What was said since is judged when the log comes to it.
    if (!asSent.has(i) || turn.from !== 'agent') return [];
    const found = asSent.get(i) ?? check(turn, { ...facts, turns: facts.turns.slice(0, i) }, now, options);
    return found
      .filter((finding) => !finding.hint && !finding.failed)
      .map((finding) => ({ ...finding, turn: i }));
  });
  return [...onWords, ...watch(facts, from, now, options)];
}

async function findingDrafts(
  tx: Tx,
  shopId: string,
  conversation: Conversation,
  {
    findings,
    firstSeq,
    episodeId,
    clientIds,
  }: { findings: Finding[]; firstSeq: number; episodeId: string; clientIds: Map<number, string> },
): Promise<Draft[]> {
  const { conversationId } = conversation;
  if (findings.length === 0) return [];
  const known = await tx.query<{ message_seq: number; rule: string }>(
    'select message_seq, rule from findings where shop_id = $1 and conversation_id = $2 and message_seq >= $3',
    [shopId, conversationId, firstSeq + findings[0]!.turn],
  );
  const seen = new Set(known.map((row) => `${row.message_seq} ${row.rule}`));
  const drafts: Draft[] = [];
  for (const { rule, weight, moment, turn, start, end } of findings) {
    const messageSeq = firstSeq + turn;
    const place = `${messageSeq} ${rule}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const findingId = uuid();
    drafts.push({
      type: 'finding.raised',
      findingId,
      episodeId,
      rule,
      weight,
      moment,
      messageSeq,
      start,
      end,
    });
    if (weight === 'alert') {
      drafts.push({ type: 'alert.raised', alertId: uuid(), cause: { kind: 'rule', rule }, messageSeq });
    }
    const hold = await verdictOfMessage(tx, shopId, conversationId, clientIds.get(messageSeq) ?? '');
    if (hold?.rules.includes(rule)) {
      const { verdict, byId, reason } = hold;
      drafts.push({ type: 'finding.settled', findingId, verdict, byId, row: { reason } });
    }
  }
  return drafts;
}

function moodDrafts(conversation: Conversation, mood: Mood, messageSeq: number): Draft[] {
  return mood === conversation.mood ? [] : [{ type: 'mood.changed', mood, messageSeq }];
}

/** The queue serves the angry and the endangered first; urgency never falls while the episode runs. */
function urgencyDrafts({ episode, urgency }: Conversation, drafts: Draft[]): Draft[] {
  const wanted = Math.max(0, ...drafts.map(urgencyOf)) as Urgency;
  if (!episode || urgency >= wanted) return [];
  return [{ type: 'episode.urgent', episodeId: episode.episodeId, urgency: wanted }];
}

function urgencyOf(draft: Draft): Urgency {
  if (draft.type === 'alert.raised') return 2;
  if (draft.type !== 'mood.changed') return 0;
  return draft.mood === 'dissatisfied' || draft.mood === 'strong' ? 1 : 0;
}
