import { Select } from 'antd';
import type { WishGuess } from '../../../../core/commerce/in-question/wish-guess.ts';
import type { OrderView } from '../../../../core/commerce/order-api.ts';
import { type Reason, reasons, type Wish, wishes } from '../../../../core/commerce/policy/claim.ts';
import { usePolicyWords } from '../words.ts';

export interface Choice {
  line: number;
  wish: Wish | null;
  reason: Reason;
}

interface Props {
  order: OrderView;
  choice: Choice;
  guess: WishGuess | null;
  /** What somebody has chosen: that is no guess any more. */
  touched: Partial<Choice>;
  onChange(change: Partial<Choice>): void;
}

/** These ask for no ground. */
const groundless: readonly (Wish | null)[] = ['price-difference', 'address-change', null];

export function Asking({ order, choice, guess, touched, onChange }: Props) {
  const say = usePolicyWords();
  const words = [
    touched.wish === undefined ? guess?.wishSaid : '',
    touched.reason === undefined && !groundless.includes(choice.wish) ? guess?.reasonSaid : '',
  ].filter(Boolean);
  return (
    <div className="offer-asking">
      {order.lines.length > 1 && (
        <Select
          size="small"
          className="offer-line"
          aria-label={say('offer.line')}
          data-testid="offer-line"
          value={choice.line}
          options={order.lines.map(({ title, skuCode, spec }, value) => ({
            value,
            label: [title ?? skuCode, spec].filter(Boolean).join(' '),
          }))}
          onChange={(line: number) => onChange({ line })}
        />
      )}
      <Select
        size="small"
        aria-label={say('offer.wish')}
        placeholder={say('offer.wish')}
        data-testid="offer-wish"
        value={choice.wish}
        popupMatchSelectWidth={false}
        options={wishes.map((value) => ({ value, label: say(`wish.${value}`) }))}
        onChange={(wish: Wish) => onChange({ wish })}
      />
      {!groundless.includes(choice.wish) && (
        <Select
          size="small"
          aria-label={say('offer.reason')}
          data-testid="offer-reason"
          value={choice.reason}
          popupMatchSelectWidth={false}
          options={reasons.map((value) => ({ value, label: say(`reason.${value}`) }))}
          onChange={(reason: Reason) => onChange({ reason })}
        />
      )}
      {words.length > 0 && (
        <p className="offer-guess muted" data-testid="offer-guess">
          {say('offer.guess', {
            words: words.map((one) => say('offer.quoted', { one: one! })).join(say('offer.and')),
          })}
        </p>
      )}
    </div>
  );
}
