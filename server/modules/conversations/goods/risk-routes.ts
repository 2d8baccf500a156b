/** Signs that a lead may want to look at before money goes out: facts, never a refusal. */
import { z } from 'zod';
import { claimIn } from '../../../../core/commerce/risk/claim-in.ts';
import type { RiskFacts, RiskSign } from '../../../../core/commerce/risk/signs.ts';
import { riskLimits, riskSigns } from '../../../../core/commerce/risk/signs.ts';
import type { Person } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Route } from '../../../platform/http/routes.ts';
import { route } from '../../../platform/http/routes.ts';
import { riskOrders } from '../../commerce/index.ts';
import { familyOf, knownBy } from '../../customers/index.ts';
import type { Conversations } from '../context.ts';
import { aliveWithinReach } from '../within-reach.ts';

export function riskRoutes(conversations: Conversations): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/conversations/:id/risk-signs',
      may: 'risk.read',
      summary: 'What stands out of the customer’s refunds, claims and addresses, with its counts',
      params: z.strictObject({ id: z.uuid() }),
      handle: ({ person, params }) => readRiskSigns(conversations, person, params.id),
    }),
  ];
}

async function readRiskSigns(conversations: Conversations, person: Person, id: string): Promise<RiskSign[]> {
  const { pool, vault, now } = conversations;
  const { shopId } = person;
  const { conversation } = await aliveWithinReach(conversations, person, id);
  const { customerId } = conversation;
  const since = now() - riskLimits.days * 86_400_000;
  return inShop(pool, shopId, async (tx) => {
    const known = await knownBy(tx, vault, shopId, customerId);
    const [orders, claims] = await Promise.all([
      riskOrders(tx, vault, shopId, known, since),
      claimsOf(tx, shopId, customerId, since),
    ]);
    return riskSigns({ ...orders, claims });
  });
}

const mostMessages = 2000;

/** The first of each kind in an episode: who says it three times over has one claim. */
async function claimsOf(
  tx: Tx,
  shopId: string,
  customerId: string,
  since: number,
): Promise<RiskFacts['claims']> {
  const rows = await tx.query<{
    conversationId: string;
    seq: number;
    episodeId: string;
    text: string;
    at: number;
  }>(
    `select m.conversation_id as "conversationId", m.seq, m.episode_id as "episodeId", m.text,
      coalesce(m.said_at, m.created_at) as at
    from conversations c join messages m on m.shop_id = $1 and m.conversation_id = c.conversation_id
    where c.shop_id = $1 and c.customer_id = any($2::uuid[]) and m.author = 'customer' and m.text is not null
      and coalesce(m.said_at, m.created_at) >= $3
    order by at desc, m.seq desc limit ${mostMessages}`,
    [shopId, await familyOf(tx, shopId, customerId), new Date(since)],
  );
  const seen = new Set<string>();
  return rows.toReversed().flatMap(({ conversationId, seq, episodeId, text, at }) => {
    const kind = claimIn(text);
    if (kind === null || seen.has(`${episodeId} ${kind}`)) return [];
    seen.add(`${episodeId} ${kind}`);
    return { kind, conversationId, messageSeq: seq, at };
  });
}
