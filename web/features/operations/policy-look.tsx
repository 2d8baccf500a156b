import type { Decision } from '../../../core/commerce/policy/decision.ts';
import type { Why } from '../../../core/commerce/policy/why.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { amount } from '../orders/amount.ts';
import { WhyList } from './why-list.tsx';
import { useOperationsWords } from './words.ts';
import './looks.css';

interface Props {
  policy: Decision | null;
  /** Beyond what the policy says: limits. */
  why: readonly Why[];
  currency: string;
}

/** What the policy says of it and why, who pays the freight, and what may be offered instead. */
export function PolicyLook({ policy, why, currency }: Props) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const said = new Set(policy?.why.map(keyOf));
  const more = why.filter((one) => !said.has(keyOf(one)));
  if (!policy && more.length === 0) return null;
  return (
    <>
      <h4>
        {policy ? (
          <span className="policy-verdict" data-outcome={policy.outcome}>
            {say(`preview.policy.${policy.outcome}`)}
          </span>
        ) : (
          say('preview.why')
        )}
        {policy?.freight && <span className="muted"> · {say(`preview.freight.${policy.freight}`)}</span>}
      </h4>
      <WhyList why={[...(policy?.why ?? []), ...more]} />
      {policy && policy.plans.length > 0 && (
        <p className="policy-plans">
          <span className="muted">{say('plan.offer')}</span>{' '}
          {policy.plans.map(({ kind, amount: fen }) => (
            <span key={kind} className="policy-plan figures">
              {say(`plan.${kind}`)}
              {fen !== null && fen > 0 && ` ${amount(fen, currency, lang)}`}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

const keyOf = ({ clause, values }: Why) => `${clause} ${JSON.stringify(values)}`;
