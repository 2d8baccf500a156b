import type { PromotionView } from '../../../core/commerce/buying-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { buyingApi } from '../buying/buying-api.ts';
import { useBuyingWords } from '../buying/words.ts';
import { amount } from '../orders/amount.ts';
import { sourceName, useOrdersWords } from '../orders/words.ts';
import { PromotionState } from './state.tsx';

export function PromotionRow({ promotion }: { promotion: PromotionView }) {
  const say = useBuyingWords();
  const orderSay = useOrdersWords();
  const { lang } = usePreferences();
  const { promotionId, name, source, prices, currency, guaranteedUntil } = promotion;
  const money = (fen: number) => amount(fen, currency, lang);
  return (
    <li data-testid="promotion">
      <span>
        <strong>{name}</strong>
        <span className="muted">
          {' '}
          {source === 'desk'
            ? say('promo.byDesk')
            : say('promo.from', { source: sourceName(orderSay, source) })}
        </span>
        <br />
        <span className="muted figures">
          {guaranteedUntil === null
            ? say('promo.noGuarantee')
            : say('promo.guarantee', { time: shortDayAndTime(guaranteedUntil, lang) })}
        </span>
        <details>
          <summary>{say('promo.skus', { count: prices.length })}</summary>
          <ul className="promotion-prices figures">
            {prices.map(({ skuCode, title, priceFen, listFen }) => (
              <li key={skuCode}>
                {listFen === null
                  ? say('promo.price.only', { title: title ?? skuCode, price: money(priceFen) })
                  : say('promo.price', {
                      title: title ?? skuCode,
                      price: money(priceFen),
                      list: money(listFen),
                    })}
              </li>
            ))}
          </ul>
        </details>
      </span>
      <PromotionState {...promotion} end={() => buyingApi.endPromotion(promotionId)} />
    </li>
  );
}
