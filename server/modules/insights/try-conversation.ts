/** The test bench: what the standard in force says to a conversation, pasted or the shop's own. Nothing is stored. */
import { readFile } from 'node:fs/promises';
import type { TryAnswer } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import { nowOf, readCase } from '../../../core/standard/case-form.ts';
import { reviewInSteps } from '../../../core/standard/check.ts';
import type { Conversation as Reviewed } from '../../../core/standard/facts.ts';
import { rules as allRules } from '../../../core/standard/rules/index.ts';
import { score } from '../../../core/standard/score.ts';
import type { Person } from '../../../core/team/roles.ts';
import { inShop } from '../../platform/database/pool.ts';
import { inSteps } from '../../platform/in-steps.ts';
import type { Conversations } from '../conversations/index.ts';
import { readReviewed, readVisible } from '../conversations/index.ts';

export interface Trial {
  conversation?: Record<string, unknown>;
  conversationId?: string;
  rulesOff: string[];
}

/** A pasted conversation of more turns is no conversation but a load. */
const mostTurns = 1000;

export async function tryConversation(
  conversations: Pick<Conversations, 'pool' | 'vault' | 'shops' | 'standards'>,
  person: Person,
  { conversation, conversationId, rulesOff }: Trial,
): Promise<TryAnswer> {
  const reviewed =
    conversationId === undefined
      ? await readPasted(conversations, person, conversation)
      : await lastEpisode(conversations, person, conversationId);
  const { id, channel, turns } = reviewed;
  const standard = await conversations.standards.current(person.shopId);
  const rules = standard.rules[channel].filter((rule) => !rulesOff.includes(rule.id));
  const found = await inSteps(reviewInSteps(reviewed, nowOf(reviewed), { rules }));
  const { points, veto } = score(found, standard.scoring[channel]);
  return {
    conversation: { id, turns: turns.map(({ from, text, at }) => ({ from, text, at })) },
    findings: found.findings.map(({ rule, weight, moment, turn, start, end, evidence }) => {
      const { says } = rules.find((one) => one.id === rule)!;
      return { rule, weight, moment, turn, start, end, evidence, says, page: pageAddress(rule) };
    }),
    notJudged: found.notJudged,
    points,
    veto,
  };
}

const pageAddress = (rule: string) => `/api/v1/standard/rules/${rule}/page`;

/** A rule's page, as Markdown. */
export async function readPage(rule: string): Promise<string> {
  const known = allRules.find(({ id }) => id === rule);
  if (!known) refuse({ code: 'not-found', what: 'rule' });
  return readFile(new URL(`../../../core/standard/rules/${known.id}.md`, import.meta.url), 'utf8');
}

/** A conversation that somebody brings along, in the form of the labelled ones; the shop's hours count where it names none. */
export async function readPasted(
  { shops }: Pick<Conversations, 'shops'>,
  { shopId }: Person,
  conversation: Record<string, unknown> | undefined,
): Promise<Reviewed> {
  if (conversation === undefined)
    refuse({
      code: 'invalid',
      problems: [
        { field: 'conversation', problem: 'missing' },
        { field: 'conversationId', problem: 'missing' },
      ],
    });
  const { settings } = await shops.get(shopId);
  const read = readCase(conversation, settings.hours);
  if ('fault' in read) malformed(read.fault.field);
  const { turns } = read.conversation;
  if (turns.length === 0 || turns.length > mostTurns) malformed('turns');
  return read.conversation;
}

function malformed(field: string): never {
  refuse({ code: 'invalid', problems: [{ field: `conversation.${field}`, problem: 'malformed' }] });
}

async function lastEpisode(
  { pool, vault, shops }: Pick<Conversations, 'pool' | 'vault' | 'shops'>,
  person: Person,
  conversationId: string,
): Promise<Reviewed> {
  const { shopId } = person;
  const { settings } = await shops.get(shopId);
  return inShop(pool, shopId, async (tx) => {
    const { episode } = await readVisible(tx, person, conversationId);
    const found = episode && (await readReviewed(tx, vault, settings, shopId, episode.episodeId));
    return found?.reviewed ?? refuse({ code: 'not-found', what: 'conversation' });
  });
}
