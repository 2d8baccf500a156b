import type { OperationPreview } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { amount } from '../orders/amount.ts';
import { leftOf } from '../../../core/commerce/operations/sums.ts';
import { givesBack } from '../../../core/commerce/operations/operation.ts';
import { Field } from './field.tsx';
import { useOperationsWords } from './words.ts';
import type { Fields, FormKind } from './wish.ts';
import { YuanField } from './yuan-field.tsx';

interface Props {
  kind: FormKind;
  currency: string;
  fields: Fields;
  preview: OperationPreview | undefined;
  onChange(fields: Fields): void;
}

/** With what the policy says and what is left of the order's money one click away. */
export function AmountField({ kind, currency, fields, preview, onChange }: Props) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const set = (amountFen: number | null) => onChange({ ...fields, amountFen, ownAmount: true });
  const left = preview?.money && givesBack(kind) ? leftOf(preview.money.before) : null;
  const offers = [
    ['policy', preview?.policy?.amount ?? null],
    ['left', left],
  ] as const;
  return (
    <Field
      label={say(kind === 'gift' ? 'field.amount.cost' : 'field.amount')}
      problem={fields.ownAmount && fields.amountFen === null ? say('field.amount.wrong') : null}
    >
      {(control) => (
        <div className="amount-row">
          <YuanField {...control} currency={currency} value={fields.amountFen} onChange={set} />
          {offers.map(
            ([offer, fen]) =>
              fen !== null &&
              fen > 0 &&
              fen !== fields.amountFen && (
                <button
                  key={offer}
                  type="button"
                  className="fact-put figures"
                  data-testid={`amount-${offer}`}
                  onClick={() => set(fen)}
                >
                  {say(`field.amount.${offer}`, { amount: amount(fen, currency, lang) })}
                </button>
              ),
          )}
        </div>
      )}
    </Field>
  );
}
