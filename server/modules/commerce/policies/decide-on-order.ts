/** What may be offered on an order: by the shop's own policy and its own data. Nothing is stored. */
import type { AskPolicy, PolicyDecision } from '../../../../core/commerce/policy-api.ts';
import { type Asked, claimOfOrder } from '../../../../core/commerce/policy/claim-of-order.ts';
import { decide } from '../../../../core/commerce/policy/decide.ts';
import { doubtsOn } from '../../../../core/commerce/policy/doubts.ts';
import { type OrderHistory, productOf } from '../../../../core/commerce/policy/order-facts.ts';
import { questionsOn } from '../../../../core/commerce/policy/questions.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { refusalSentence } from '../../../../core/words/kind-refusals.ts';
import { offerWords } from '../../../../core/words/plan-offers.ts';
import { whyWords } from '../../../../core/words/policy.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';
import { readOrderFacts } from './read-order-facts.ts';
import { policyOf } from './versions.ts';

interface Known {
  vault: Vault;
  now: number;
  zone: string;
  /** What was done to the line before. */
  history: OrderHistory;
}

export async function decideOnOrder(
  tx: Tx,
  { vault, now, zone, history }: Known,
  { shopId, role }: Person,
  orderId: string,
  { answers, ...ask }: AskPolicy,
): Promise<PolicyDecision> {
  const [[read], { version, policy }] = await Promise.all([
    readOrderFacts(tx, vault, shopId, [orderId]),
    policyOf(tx, shopId),
  ]);
  const facts = read && { ...read, history };
  if (!facts) refuse({ code: 'not-found', what: 'order' });
  const line = facts.order.lines[ask.line];
  if (!line) refuse({ code: 'invalid', problems: [{ field: 'line', problem: 'not-allowed' }] });

  const asked: Asked = { ...ask, now, zone, actor: role };
  const claim = claimOfOrder(facts, asked, answers, policy);
  const { plans, why, ...decision } = decide(claim, policy);
  const { currency } = facts.order;
  const other = productOf(facts, ask.line)?.skus.find(({ code }) => code === claim.exchangeFor);
  const instead = other?.spec ?? other?.size ?? null;
  return {
    version,
    status: claim.order.status,
    ...decision,
    plans: plans.map((plan) => ({
      ...plan,
      says: inBoth((lang) => offerWords({ plan, claim, policy, instead, currency }, lang)),
    })),
    why: why.map((one) => inBoth((lang) => whyWords(one, lang, asked.zone))),
    refusal:
      decision.outcome === 'refused' && refusalSentence(why, 'zh', asked.zone) !== null
        ? inBoth((lang) => refusalSentence(why, lang, asked.zone)!)
        : null,
    questions: questionsOn(facts, asked, answers, policy),
    doubts: doubtsOn(facts, claim),
    currency,
  };
}

const inBoth = (say: (lang: 'zh' | 'en') => string) => ({ zh: say('zh'), en: say('en') });
