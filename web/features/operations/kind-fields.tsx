import { Input } from 'antd';
import type { OperationPreview } from '../../../core/commerce/operation-api.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { AmountField } from './amount-field.tsx';
import { Field } from './field.tsx';
import { ItemsField, LineField } from './items-field.tsx';
import { RequestField } from './request-field.tsx';
import { useOperationsWords } from './words.ts';
import { has, type Fields, type FormKind } from './wish.ts';

interface Props {
  kind: FormKind;
  order: OrderView;
  conversationId: string | null;
  fields: Fields;
  preview: OperationPreview | undefined;
  /** One that was asked for before is changed. */
  edited: boolean;
  onChange(fields: Fields): void;
}

type Written = 'trackingNo' | 'payee' | 'gift' | 'address' | 'receiver' | 'phone';

/** What each kind asks for in words of its own. */
const written: Partial<Record<FormKind, readonly { field: Written; long: number }[]>> = {
  return: [{ field: 'trackingNo', long: 60 }],
  payout: [{ field: 'payee', long: 120 }],
  gift: [{ field: 'gift', long: 120 }],
  'address-change': [
    { field: 'address', long: 200 },
    { field: 'receiver', long: 60 },
    { field: 'phone', long: 30 },
  ],
};

const names = {
  trackingNo: ['field.tracking', 'field.tracking.hint'],
  payee: ['field.payee', 'field.payee.hint'],
  gift: ['field.gift', 'field.gift.hint'],
  address: ['field.address', undefined],
  receiver: ['field.receiver', undefined],
  phone: ['field.phone', undefined],
} as const;

export function KindFields({ kind, order, conversationId, fields, preview, edited, onChange }: Props) {
  const say = useOperationsWords();
  const shared = { kind, order, fields, onChange };
  return (
    <>
      {has(kind, 'items') && <ItemsField {...shared} />}
      {has(kind, 'line') && <LineField {...shared} />}
      {(written[kind] ?? []).map(({ field, long }) => {
        const [label, usual] = names[field];
        // It is kept encrypted and not shown again.
        const hint = edited && field === 'payee' ? 'field.payee.again' : usual;
        return (
          <Field key={field} label={say(label)} hint={hint && say(hint)}>
            {(control) => (
              <Input
                {...control}
                data-testid={field}
                autoComplete="off"
                maxLength={long}
                value={fields[field]}
                onChange={({ target }) => onChange({ ...fields, [field]: target.value })}
              />
            )}
          </Field>
        );
      })}
      {kind === 'close' && conversationId !== null && (
        <RequestField
          conversationId={conversationId}
          value={fields.seq}
          onChange={(seq) => onChange({ ...fields, seq })}
        />
      )}
      {has(kind, 'amount') && (
        <AmountField
          kind={kind}
          currency={order.currency}
          fields={fields}
          preview={preview}
          onChange={onChange}
        />
      )}
    </>
  );
}
