/** A conversation from the test bench that people judged there: it goes into the shop's case file as it is, masked. */
import type { CaseAnswer, CaseMark } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import { nowOf } from '../../../core/standard/case-form.ts';
import { reviewInSteps } from '../../../core/standard/check.ts';
import type { Conversation as Reviewed } from '../../../core/standard/facts.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import { rules as allRules } from '../../../core/standard/rules/index.ts';
import type { Person } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import { inSteps } from '../../platform/in-steps.ts';
import type { Conversations } from '../conversations/index.ts';
import { maskedConversation } from './masked-conversation.ts';
import { readPasted } from './try-conversation.ts';

type Here = Pick<Conversations, 'pool' | 'shops' | 'standards' | 'now'>;

export interface PastedCase {
  conversation: Record<string, unknown>;
  marks: { turn: number; rule: string; verdict: CaseMark['verdict'] }[];
}

/** What was said of the conversation before is forgotten; with no marks at all it leaves the file. */
export async function keepPasted(
  here: Here,
  person: Person,
  { conversation, marks }: PastedCase,
): Promise<CaseAnswer> {
  const reviewed = await readPasted(here, person, conversation);
  // The file is text: what no database can hold is no part of it.
  const id = reviewed.id.slice(0, 100).replaceAll('\0', '').toWellFormed();
  const known = marks.map((mark) => knownMark(mark, reviewed));
  const { shopId, agentId } = person;
  await inShop(here.pool, shopId, async (tx) => {
    if (known.length === 0) {
      tx.send('delete from pasted_cases where shop_id = $1 and case_id = $2', [shopId, id]);
      return;
    }
    const { findings, missed } = await judged(here, shopId, reviewed, known);
    tx.send(
      `insert into pasted_cases (shop_id, case_id, conversation, findings, missed, judged_by, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $7, $7)
      on conflict (shop_id, case_id) do update set conversation = excluded.conversation, findings = excluded.findings,
        missed = excluded.missed, judged_by = excluded.judged_by, updated_at = excluded.updated_at`,
      [
        shopId,
        id,
        storable(maskedConversation({ ...reviewed, id })),
        JSON.stringify(findings),
        JSON.stringify(missed),
        agentId,
        new Date(here.now()).toISOString(),
      ],
    );
  });
  return { id };
}

function knownMark({ turn, rule, verdict }: PastedCase['marks'][number], { turns }: Reviewed): CaseMark {
  const known = allRules.find(({ id }) => id === rule);
  if (!known) refuse({ code: 'invalid', problems: [{ field: 'rule', problem: 'not-allowed' }] });
  if (turn >= turns.length)
    refuse({ code: 'invalid', problems: [{ field: 'marks.turn', problem: 'not-allowed' }] });
  return { turn, rule: known.id, verdict };
}

/** What the rules find now, with what was said of each; a place that they do not find can only be missed. */
async function judged({ standards }: Here, shopId: string, reviewed: Reviewed, marks: CaseMark[]) {
  const standard = await standards.current(shopId);
  const rules = standard.rules[reviewed.channel];
  const found = new Map<string, { turn: number; rule: RuleId; verdict: 'right' | 'wrong' | null }>();
  const { findings } = await inSteps(reviewInSteps(reviewed, nowOf(reviewed), { rules }));
  for (const { turn, rule } of findings) found.set(placeOf({ turn, rule }), { turn, rule, verdict: null });
  const missed = new Map<string, { turn: number; rule: RuleId }>();
  for (const { turn, rule, verdict } of marks) {
    const finding = found.get(placeOf({ turn, rule }));
    if (verdict === 'missed') missed.set(placeOf({ turn, rule }), { turn, rule });
    else if (finding) finding.verdict = verdict;
    else if (verdict === 'wrong') found.set(placeOf({ turn, rule }), { turn, rule, verdict });
    else missed.set(placeOf({ turn, rule }), { turn, rule });
  }
  return { findings: [...found.values()], missed: [...missed.values()] };
}

const placeOf = ({ turn, rule }: { turn: number; rule: string }) => `${turn} ${rule}`;

/** JSON as the database takes it: no zero character, no half of one. */
const storable = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '').toWellFormed() : part,
  );
