import type { ShortageView } from '../../../core/commerce/buying-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { amount } from '../orders/amount.ts';
import { useBuyingWords } from '../buying/words.ts';

/** By the shop's policy: what may be offered instead, in order. */
export function Offered({ shortage: { decision, swaps, currency } }: { shortage: ShortageView }) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const money = (fen: number) => amount(fen, currency, lang);
  const list = swaps.map(({ spec, stock }) => `${spec} (${stock})`).join(lang === 'zh' ? '、' : ', ');
  return (
    <ul className="short-offers figures">
      <li>{swaps.length > 0 ? say('short.swaps', { list }) : say('short.noSwap')}</li>
      {decision.plans.map(
        ({ kind, amount: fen, apart }) =>
          kind === 'refund' &&
          fen !== null && (
            <li key={kind}>{say('short.refundOf', { amount: money(fen), apart: money(apart) })}</li>
          ),
      )}
    </ul>
  );
}
