import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { BasketLine } from '../../../core/commerce/price/basket.ts';
import { priceWords } from '../../../core/words/buying.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { shortDayAndTime } from '../../lib/format.ts';
import { amount } from '../orders/amount.ts';
import { emptyBasket, useLooking, usePutInto } from './basket.ts';
import { buyingApi } from './buying-api.ts';
import { PutButton } from './put-button.tsx';
import { useBuyingWords } from './words.ts';

/** The basket's best price as a sum that can be told line by line. */
export function BasketSum({ conversationId, onPut }: { conversationId: string; onPut(text: string): void }) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const { basket } = useLooking(conversationId);
  const { data, error, refetch } = useQuery({
    queryKey: ['basket', basket],
    queryFn: ({ signal }) => buyingApi.price([...basket], signal),
    enabled: basket.length > 0,
    placeholderData: (before) => before,
    staleTime: 0,
  });
  if (basket.length === 0) return <p className="muted">{say('basket.empty')}</p>;
  if (error)
    return (
      <div role="alert">
        <p>{sentence(error, lang)}</p>
        <Button size="small" onClick={() => void refetch()}>
          {say('again')}
        </Button>{' '}
        <Button size="small" onClick={() => emptyBasket(conversationId)}>
          {say('basket.clear')}
        </Button>
      </div>
    );
  if (!data) return null;
  const { currency, lines, price } = data;
  const money = (fen: number) => amount(fen, currency, lang);
  const { steps, beforeFen, totalFen, nearly } = price;
  return (
    <div className="basket" data-testid="basket">
      <ul className="basket-lines">
        {lines.map((line) => (
          <Line
            key={`${line.productId} ${line.sku}`}
            conversationId={conversationId}
            line={line}
            money={money}
          />
        ))}
      </ul>
      <dl className="basket-sum figures">
        {steps.length > 0 && (
          <div>
            <dt>{say('basket.before')}</dt>
            <dd>{money(beforeFen)}</dd>
          </div>
        )}
        {steps.map(({ offerId, name, offFen }) => (
          <div key={offerId}>
            <dt>{name}</dt>
            <dd>−{money(offFen)}</dd>
          </div>
        ))}
        <div className="basket-total">
          <dt>{say(steps.length > 0 ? 'basket.total' : 'basket.totalOnly')}</dt>
          <dd data-testid="basket-total">{money(totalFen)}</dd>
        </div>
      </dl>
      {nearly && (
        <p className="basket-nearly">
          {say('basket.nearly', {
            missing: money(nearly.missingFen),
            name: nearly.name,
            off: money(nearly.offFen),
          })}
        </p>
      )}
      <p className="basket-foot">
        <span className="muted">{say('basket.freight')}</span>
        <button type="button" className="quiet-button" onClick={() => emptyBasket(conversationId)}>
          {say('basket.clear')}
        </button>
        <PutButton text={priceWords(lines, price, currency, lang)} testId="put-price" onPut={onPut} />
      </p>
    </div>
  );
}

interface LineProps {
  conversationId: string;
  line: BasketLine;
  money(fen: number): string;
}

function Line({ conversationId, line, money }: LineProps) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const put = usePutInto(conversationId);
  const { productId, sku, title, spec, quantity, unitFen, listFen, promotion } = line;
  const name = [title, spec].filter(Boolean).join(' ');
  return (
    <li>
      <span>
        {name}
        {promotion && (
          <span className="basket-promotion">
            {say('basket.promotion', { name: promotion.name, time: shortDayAndTime(promotion.endsAt, lang) })}
          </span>
        )}
      </span>
      <span className="basket-count">
        <button
          type="button"
          className="quiet-button"
          aria-label={say('basket.less', { name })}
          onClick={() => put(productId, sku, -1)}
        >
          −
        </button>
        <span className="figures">{quantity}</span>
        <button
          type="button"
          className="quiet-button"
          aria-label={say('basket.more', { name })}
          onClick={() => put(productId, sku, 1)}
        >
          +
        </button>
      </span>
      <span className="figures basket-amount">
        {money(unitFen * quantity)}
        {promotion && (
          <small className="muted">{say('basket.otherwise', { amount: money(listFen * quantity) })}</small>
        )}
      </span>
    </li>
  );
}
