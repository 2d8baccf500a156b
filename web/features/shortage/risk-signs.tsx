import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RiskSign } from '../../../core/commerce/risk/signs.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { buyingApi } from '../buying/buying-api.ts';
import { useBuyingWords } from '../buying/words.ts';
import { amount } from '../orders/amount.ts';
import './shortage.css';

/** For leads and supervisors: what stands out, as facts. Nothing where nothing does. */
export function RiskSigns({ conversationId }: { conversationId: string }) {
  const say = useBuyingWords();
  const { data } = useQuery({
    queryKey: ['risk-signs', conversationId],
    queryFn: () => buyingApi.riskSigns(conversationId),
  });
  if (!data || data.length === 0) return null;
  return (
    <section className="side-section risk" data-testid="risk-signs">
      <h3>{say('risk.title')}</h3>
      <ul>
        {data.map((sign, at) => (
          <li key={at}>
            <Sign sign={sign} />
          </li>
        ))}
      </ul>
      <p className="muted">{say('risk.what')}</p>
    </section>
  );
}

function Sign({ sign }: { sign: RiskSign }) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  switch (sign.sign) {
    case 'serial-refunds':
    case 'part-refunds':
      return say(`risk.${sign.sign}`, { ...sign, amount: amount(sign.refundedFen, sign.currency, lang) });
    case 'shared-address': {
      const { address, accounts, orders, refundedOrders: refunded } = sign;
      return say('risk.shared-address', { address, accounts, orders, refunded });
    }
    case 'same-claim':
      return (
        <>
          {say('risk.same-claim', { times: sign.times, claim: say(`risk.claim.${sign.claim}`) })}{' '}
          {sign.places.map(({ conversationId, messageSeq, at }) => (
            <Link
              key={`${conversationId} ${messageSeq}`}
              to="/inbox/$conversationId"
              params={{ conversationId }}
              search={{ m: messageSeq }}
              className="figures"
            >
              {say('risk.at', { time: shortDayAndTime(at, lang) })}
            </Link>
          ))}
        </>
      );
  }
}
