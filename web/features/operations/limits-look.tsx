import type { LimitsLook as Limits } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { amount } from '../orders/amount.ts';
import { useOperationsWords } from './words.ts';

/** How far somebody's own limits are used up by it: each with its bar, amber where it is beyond. */
export function LimitsLook({ limits, currency }: { limits: Limits; currency: string }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  return (
    <>
      <h4>{say('preview.limits')}</h4>
      <dl className="limits figures">
        {(['operation', 'order', 'day'] as const).map((of) => {
          const { fen, limitFen } = limits[of];
          return (
            <div key={of} data-beyond={fen > limitFen}>
              <dt>{say(`limit.${of}`)}</dt>
              <dd>
                <span className="limit-bar" aria-hidden>
                  <span style={{ width: `${Math.min(100, (fen * 100) / Math.max(1, limitFen))}%` }} />
                </span>
                {say('limit.of', {
                  amount: amount(fen, currency, lang),
                  limit: amount(limitFen, currency, lang),
                })}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
