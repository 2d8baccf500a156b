import { InputNumber, Select } from 'antd';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { lineName } from './line-name.ts';
import { SkuSelect } from './sku-select.tsx';
import { useOperationsWords } from './words.ts';
import { has, withQuantity, type Fields, type FormKind } from './wish.ts';

interface Props {
  kind: FormKind;
  order: OrderView;
  fields: Fields;
  onChange(fields: Fields): void;
}

/** How many of which line, and for an exchange what instead. */
export function ItemsField({ kind, order, fields, onChange }: Props) {
  const say = useOperationsWords();
  return (
    <fieldset className="operation-field">
      <legend>{say('field.items')}</legend>
      {order.lines.length === 0 && <p className="field-hint">{say('field.items.none')}</p>}
      <ul className="item-choices">
        {order.lines.map((line, at) => (
          <li key={at}>
            <span className="item-name">{lineName(line)}</span>
            <InputNumber
              className="item-quantity figures"
              data-testid={`quantity-${at}`}
              aria-label={say('field.quantity', { item: lineName(line) })}
              min={0}
              max={line.quantity}
              precision={0}
              value={fields.quantities[at] ?? 0}
              onChange={(quantity) => onChange(withQuantity(fields, at, Number(quantity ?? 0), order))}
            />
            <span className="muted figures">{say('field.of', { count: line.quantity })}</span>
            {has(kind, 'instead') && !!fields.quantities[at] && (
              <SkuSelect
                line={line}
                label={say('field.to.of', { item: lineName(line) })}
                value={fields.instead[at]}
                onChange={(sku) => onChange({ ...fields, instead: { ...fields.instead, [at]: sku } })}
              />
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** One line of the order; where it may be of the order as a whole, that too. */
export function LineField({ kind, order, fields, onChange }: Props) {
  const say = useOperationsWords();
  const whole = kind === 'compensation';
  const line = fields.line === null ? undefined : order.lines[fields.line];
  return (
    <fieldset className="operation-field">
      <legend>{say('field.line')}</legend>
      <Select
        className="operation-select"
        data-testid="line"
        aria-label={say('field.line')}
        placeholder={say('field.reason.choose')}
        value={fields.line ?? (whole ? -1 : undefined)}
        options={[
          ...(whole ? [{ value: -1, label: say('field.line.whole') }] : []),
          ...order.lines.map((one, at) => ({ value: at, label: lineName(one) })),
        ]}
        onChange={(chosen) => onChange({ ...fields, line: chosen < 0 ? null : chosen })}
      />
      {has(kind, 'instead') && line && line.quantity > 1 && (
        <p className="line-units">
          <InputNumber
            className="item-quantity figures"
            data-testid="units"
            aria-label={say('field.quantity', { item: lineName(line) })}
            min={1}
            max={line.quantity}
            precision={0}
            value={fields.quantities[fields.line!] ?? line.quantity}
            onChange={(units) =>
              onChange({
                ...fields,
                quantities: { ...fields.quantities, [fields.line!]: units ?? line.quantity },
              })
            }
          />{' '}
          <span className="muted figures">
            {say('field.of', { count: line.quantity })}
            {' · '}
            {say('field.units.hint')}
          </span>
        </p>
      )}
      {has(kind, 'instead') && line && (
        <SkuSelect
          line={line}
          label={say('field.to')}
          value={fields.instead[fields.line!]}
          onChange={(sku) => onChange({ ...fields, instead: { ...fields.instead, [fields.line!]: sku } })}
        />
      )}
    </fieldset>
  );
}
