import type { AskPolicy, PolicyDecision } from '../../../../core/commerce/policy-api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { putIntoReply } from '../../composer/put-into-reply.ts';
import { amount } from '../../orders/amount.ts';
import { useChoosePlan } from '../choose-plan.ts';
import { usePolicyWords, type Say } from '../words.ts';

interface Props {
  conversationId: string;
  orderId: string;
  asked: AskPolicy;
  decision: PolicyDecision;
}

type Plan = PolicyDecision['plans'][number];

/** The plans in the order to offer. */
export function Plans({ conversationId, orderId, asked, decision }: Props) {
  const say = usePolicyWords();
  const { lang } = usePreferences();
  const choose = useChoosePlan();
  const { plans, currency, version, outcome } = decision;
  if (plans.length === 0) return null;
  const money = (fen: number) => amount(fen, currency, lang);
  return (
    <>
      <h4 className="offer-plans-title">{say(outcome === 'refused' ? 'plans.instead' : 'plans.title')}</h4>
      <ol className="offer-plans" data-testid="offer-plans">
        {plans.map((plan, at) => (
          <li key={plan.kind} data-plan={plan.kind}>
            <p className="plan-head">
              <span className="plan-name">{nameOf(plan, decision, say)}</span>
              {plan.amount !== null && (
                <span className="plan-amount figures">
                  {say('plan.amount', { amount: money(plan.amount) })}
                </span>
              )}
            </p>
            <p className="plan-facts muted figures">
              {[
                plan.apart > 0 && say('plan.apart', { amount: money(plan.apart) }),
                plan.freight && say(`plan.freight.${plan.freight}`),
                plan.cost > 0 && say('plan.cost', { amount: money(plan.cost) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="plan-foot">
              <span className="plan-approval" data-approval={plan.approval ?? 'none'}>
                {plan.secondSignature ? say('approval.two') : say(`approval.${plan.approval ?? 'none'}`)}
              </span>
              <button
                type="button"
                className="quiet-button offer-put"
                data-testid="put-plan"
                data-command={`plan-${at + 1}`}
                title={plan.says[lang]}
                aria-label={say('put.plan.label', { words: plan.says[lang] })}
                onClick={() => putIntoReply(plan.says[lang])}
              >
                ↵ {say('put.plan')}
              </button>
              {choose && isDeed(plan) && (
                <button
                  type="button"
                  className="quiet-button"
                  data-testid="choose-plan"
                  onClick={() => choose({ conversationId, orderId, asked, plan, version })}
                >
                  {say('plan.choose')}
                </button>
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Waiting is nothing that anybody carries out. */
const isDeed = ({ of: kind }: Plan): boolean => kind !== 'wait';

function nameOf({ kind, of: what }: Plan, { status }: PolicyDecision, say: Say): string {
  if (kind === 'special-approval') return say('plan.special', { plan: say(`plan.${what}`) });
  if (kind === 'exchange' && (status === 'paid' || status === 'unpaid')) return say('plan.swap');
  return say(`plan.${kind}`);
}
