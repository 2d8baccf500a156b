/**
 * A blocked reply waits for a person. A supervisor marks the finding wrong or takes the risk with a reason;
 * with no supervisor at hand the agent's own reason opens the lesser blocks after a while. All of it is written down.
 */
import { v7 as uuid, validate as isUuid } from 'uuid';
import type { HoldAnswer, SentAnswer } from '../../../core/api.ts';
import { saidIn } from '../../../core/attachments.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import { openEpisode } from '../../../core/conversations/transitions.ts';
import type { Release } from '../../../core/events.ts';
import { refuse } from '../../../core/refusal.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Person } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import { carriedColumns } from '../../platform/log/entries.ts';
import { listColleagues } from '../team/index.ts';
import { readCarried } from './attachments.ts';
import type { Conversations } from './context.ts';
import { keepGrounds } from './grounds.ts';
import { ownReasonAfterSeconds } from './opening.ts';
import { changeOnRows } from './ownership.ts';
import type { Reply } from './send-reply.ts';
import { blocks, judgeDraft, post, senderOf } from './send-reply.ts';
import { aliveWithinReach, requireReach } from './within-reach.ts';

export async function holdReply(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  { clientId, text, attachmentId, quotes }: Reply,
): Promise<HoldAnswer> {
  const alive = await aliveWithinReach(conversations, person, conversationId);
  const named = { attachmentId, quotes };
  const { attachment } = await readCarried(conversations.pool, senderOf(person, conversationId), named);
  const said = saidIn(text, attachment?.name);
  const { findings, grounds } = await judgeDraft(conversations, person, alive, said);
  const blocking = findings
    .filter(blocks)
    .map(({ rule, start, end, because }) => ({ rule, start, end, ...(because && { because }) }));
  // Nothing blocks it: there is nothing to decide, it can simply be sent.
  if (blocking.length === 0)
    refuse({ code: 'invalid', problems: [{ field: 'text', problem: 'not-allowed' }] });
  if (grounds)
    await keepGrounds(
      conversations,
      { shopId: person.shopId, conversationId, clientId, text: said },
      grounds,
    );
  const holdId = uuid();
  const rules = blocking.map((finding) => finding.rule);
  await changeOnRows(conversations, person, conversationId, async (one, tx) => {
    openEpisode(one);
    if (one.assigneeId !== person.agentId) refuse({ code: 'conflict', reason: 'not-the-assignee' });
    if (await findHold(tx, person.shopId, conversationId, { clientId })) return [];
    const { agentId } = person;
    const row = { findings: blocking, attachment_id: attachmentId, quoted_seq: quotes };
    return [{ type: 'reply.held', holdId, agentId, rules, clientId, text, row }];
  });
  const hold = await requireHold(conversations, person.shopId, conversationId, { clientId });
  const same = hold.text === text && hold.attachment?.attachmentId === attachmentId;
  return same ? hold : refuse({ code: 'conflict', reason: 'client-id-reused' });
}

/** Lets it go: it leaves as the agent's own message, in one transaction with the verdict. */
export async function releaseHold(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  holdId: string,
  decision: { verdict: Release; reason: string },
): Promise<SentAnswer> {
  await aliveWithinReach(conversations, person, conversationId);
  const hold = await requireHold(conversations, person.shopId, conversationId, { holdId });
  const author = await authorOf(conversations, person.shopId, hold.agentId);
  // Pressed twice: the same decision answers with the message it let go.
  const again = hold.outcome === 'released' && hold.verdict === decision.verdict;
  if (!again) {
    requireOpen(hold);
    if (decision.verdict === 'own-reason') await requireOwnReason(conversations, person, hold);
    else if (!may(person, 'findings.override'))
      refuse({ code: 'forbidden', permission: 'findings.override' });
  }
  const { text, attachment, quote } = hold;
  const message = {
    clientId: messageIdOf(hold),
    text,
    ...(attachment && { attachment, attachmentId: attachment.attachmentId }),
    ...(quote && { quote, quotes: quote.seq }),
  };
  return post(conversations, author, conversationId, message, async (one, tx) => {
    requireReach(person, one);
    return decisionOn(tx, person, hold, 'released', decision);
  });
}

export async function refuseHold(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  holdId: string,
  reason: string,
): Promise<HoldAnswer> {
  await aliveWithinReach(conversations, person, conversationId);
  const hold = await requireHold(conversations, person.shopId, conversationId, { holdId });
  requireOpen(hold);
  await decide(conversations, person, hold, 'refused', { verdict: null, reason });
  return requireHold(conversations, person.shopId, conversationId, { holdId });
}

export async function withdrawHold(
  conversations: Conversations,
  person: Person,
  conversationId: string,
  holdId: string,
): Promise<HoldAnswer> {
  await aliveWithinReach(conversations, person, conversationId);
  const hold = await requireHold(conversations, person.shopId, conversationId, { holdId });
  if (hold.agentId !== person.agentId) refuse({ code: 'forbidden', permission: 'conversations.reply' });
  requireOpen(hold);
  await decide(conversations, person, hold, 'withdrawn', { verdict: null, reason: null });
  return requireHold(conversations, person.shopId, conversationId, { holdId });
}

/** Held replies that wait for a decision. */
export async function listOpenHolds(tx: Tx, shopId: string): Promise<HoldAnswer[]> {
  const rows = await tx.query<HoldRow>(
    `${select} where m.shop_id = $1 and m.outcome is null order by m.created_at`,
    [shopId],
  );
  return rows.map(holdOf);
}

/** The hold a released message came from: its verdict goes with the findings. */
export async function verdictOfMessage(
  tx: Tx,
  shopId: string,
  conversationId: string,
  clientId: string,
): Promise<{ verdict: Release; byId: string; reason: string | null; rules: RuleId[] } | null> {
  // Any client may choose such an id for its message: what follows the prefix need not be a hold's.
  const holdId = clientId.startsWith(released) ? clientId.slice(released.length) : '';
  if (!isUuid(holdId)) return null;
  const [row] = await tx.query<HoldRow & { decided_by: string }>(
    `${select} where m.shop_id = $1 and m.conversation_id = $2 and m.hold_id = $3 and m.outcome = 'released'`,
    [shopId, conversationId, holdId],
  );
  if (!row?.verdict) return null;
  return {
    verdict: row.verdict,
    byId: row.decided_by,
    reason: row.reason,
    rules: row.findings.map((one) => one.rule),
  };
}

/** A released message carries its hold in its id, so that releasing twice sends once. */
const released = 'hold-';
const messageIdOf = (hold: HoldAnswer) => `${released}${hold.holdId}`;

function requireOpen(hold: HoldAnswer): void {
  if (hold.outcome !== null) refuse({ code: 'conflict', reason: 'hold-decided' });
}

async function requireOwnReason(
  { pool, now }: Conversations,
  person: Person,
  hold: HoldAnswer,
): Promise<void> {
  if (hold.agentId !== person.agentId) refuse({ code: 'forbidden', permission: 'conversations.reply' });
  if (hold.ownReasonFrom === null) refuse({ code: 'conflict', reason: 'never-opens' });
  if (now() < hold.ownReasonFrom) refuse({ code: 'conflict', reason: 'hold-too-young' });
  const colleagues = await inShop(pool, person.shopId, (tx) => listColleagues(tx, person.shopId, now()));
  const atHand = colleagues.some((one) => one.presence === 'available' && may(one, 'findings.override'));
  if (atHand) refuse({ code: 'conflict', reason: 'supervisor-at-hand' });
}

async function decide(
  conversations: Conversations,
  person: Person,
  hold: HoldAnswer,
  outcome: 'released' | 'refused' | 'withdrawn',
  row: { verdict: Release | null; reason: string | null },
): Promise<void> {
  await changeOnRows(conversations, person, hold.conversationId, (_, tx) =>
    decisionOn(tx, person, hold, outcome, row),
  );
}

/** Two may decide at once: asked again behind the conversation's lock. */
async function decisionOn(
  tx: Tx,
  { shopId, agentId }: Person,
  { holdId }: HoldAnswer,
  outcome: 'released' | 'refused' | 'withdrawn',
  row: { verdict: Release | null; reason: string | null },
): Promise<Draft[]> {
  const [open] = await tx.query(
    'select 1 from holds where shop_id = $1 and hold_id = $2 and outcome is null',
    [shopId, holdId],
  );
  if (!open) refuse({ code: 'conflict', reason: 'hold-decided' });
  return [{ type: 'reply.decided', holdId, outcome, byId: agentId, row }];
}

export async function authorOf({ pool }: Conversations, shopId: string, agentId: string): Promise<Person> {
  const [row] = await inShop(pool, shopId, (tx) =>
    tx.query<{ name: string; work_number: string; role: Person['role']; groups: Person['groups'] }>(
      'select name, work_number, role, groups from agents where shop_id = $1 and agent_id = $2',
      [shopId, agentId],
    ),
  );
  const { name, work_number: workNumber, role, groups } = row!;
  return { shopId, agentId, name, workNumber, role, groups };
}

async function requireHold(
  { pool }: Conversations,
  shopId: string,
  conversationId: string,
  which: { holdId: string } | { clientId: string },
): Promise<HoldAnswer> {
  const hold = await inShop(pool, shopId, (tx) => findHold(tx, shopId, conversationId, which));
  return hold ?? refuse({ code: 'not-found', what: 'hold' });
}

async function findHold(
  tx: Tx,
  shopId: string,
  conversationId: string,
  which: { holdId: string } | { clientId: string },
): Promise<HoldAnswer | null> {
  const [column, value] = 'holdId' in which ? ['hold_id', which.holdId] : ['client_id', which.clientId];
  const [row] = await tx.query<HoldRow>(
    `${select} where m.shop_id = $1 and m.conversation_id = $2 and m.${column} = $3`,
    [shopId, conversationId, value],
  );
  return row ? holdOf(row) : null;
}

const select = `select m.*, a.name as agent_name,${carriedColumns}
  from holds m join agents a on a.shop_id = m.shop_id and a.agent_id = m.agent_id`;

interface HoldRow {
  hold_id: string;
  conversation_id: string;
  agent_id: string;
  agent_name: string;
  text: string | null;
  attachment: HoldAnswer['attachment'];
  quote: HoldAnswer['quote'];
  findings: HoldAnswer['findings'];
  created_at: number;
  outcome: HoldAnswer['outcome'];
  verdict: Release | null;
  reason: string | null;
}

function holdOf(row: HoldRow): HoldAnswer {
  const wait = ownReasonAfterSeconds(row.findings.map((finding) => finding.rule));
  return {
    holdId: row.hold_id,
    conversationId: row.conversation_id,
    agentId: row.agent_id,
    agentName: row.agent_name,
    text: row.text ?? '',
    attachment: row.attachment,
    quote: row.quote,
    findings: row.findings,
    at: row.created_at,
    ownReasonFrom: wait === null ? null : row.created_at + wait * 1000,
    outcome: row.outcome,
    verdict: row.verdict,
    reason: row.reason,
  };
}
