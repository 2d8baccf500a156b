import type { PolicyDecision } from '../../../../core/commerce/policy-api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { putIntoReply } from '../../composer/put-into-reply.ts';
import { usePolicyWords } from '../words.ts';

/** Whether the wish itself is met, and why; where not, how to say so. */
export function Outcome({ decision }: { decision: PolicyDecision }) {
  const say = usePolicyWords();
  const { lang } = usePreferences();
  const { outcome, approval, secondSignature, why, refusal, doubts } = decision;
  const words =
    outcome !== 'approval'
      ? say(`outcome.${outcome}`)
      : secondSignature
        ? say('outcome.two')
        : say(`outcome.by.${approval!}`);
  return (
    <div className="offer-outcome" data-outcome={outcome}>
      <p className="offer-verdict" role="status" data-testid="offer-outcome">
        {words}
      </p>
      <ul className="offer-why" data-testid="offer-why">
        {why.map((one) => (
          <li key={one.zh}>{one[lang]}</li>
        ))}
      </ul>
      {doubts.length > 0 && (
        <ul className="offer-doubts">
          {doubts.map((doubt) => (
            <li key={doubt}>{say(`doubt.${doubt}`)}</li>
          ))}
        </ul>
      )}
      {refusal && (
        <button
          type="button"
          className="quiet-button offer-put"
          data-testid="put-refusal"
          title={refusal[lang]}
          onClick={() => putIntoReply(refusal[lang])}
        >
          ↵ {say('put.refusal')}
        </button>
      )}
    </div>
  );
}
