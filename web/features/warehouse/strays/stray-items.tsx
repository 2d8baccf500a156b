import { Button, Input, InputNumber, Select } from 'antd';
import type { ArrivedItem } from '../../../../core/commerce/operations/operation.ts';
import { conditions } from '../../../../core/commerce/operations/operation.ts';
import { ClearIcon } from '../../../lib/icons.tsx';
import { useOperationsWords } from '../../operations/words.ts';

export type StrayItem = ArrivedItem & { nth: number };
export const firstItem: StrayItem = { nth: 0, skuCode: '', quantity: 1, condition: 'as-new' };

/** Those that say what they are. */
export const itemsIn = (items: readonly StrayItem[]): ArrivedItem[] =>
  items.flatMap(({ skuCode, quantity, condition }) =>
    skuCode.trim() === '' ? [] : [{ skuCode: skuCode.trim(), quantity, condition }],
  );

interface Props {
  items: readonly StrayItem[];
  onChange(items: StrayItem[]): void;
}

/** What lies in the parcel: by its code where it carries one, else in words. */
export function StrayItems({ items, onChange }: Props) {
  const say = useOperationsWords();
  const change = (nth: number, some: Partial<StrayItem>) =>
    onChange(items.map((item) => (item.nth === nth ? { ...item, ...some } : item)));
  const next = Math.max(...items.map(({ nth }) => nth)) + 1;
  return (
    <fieldset className="operation-field stray-items">
      <legend>{say('warehouse.contents')}</legend>
      {items.map(({ nth, skuCode, quantity, condition }, at) => (
        <div key={nth} className="stray-item">
          <Input
            data-testid={`stray-sku-${at}`}
            aria-label={say('stray.item', { number: at + 1 })}
            placeholder={say('stray.item.hint')}
            autoComplete="off"
            autoFocus={at === items.length - 1}
            maxLength={120}
            value={skuCode}
            onChange={({ target }) => change(nth, { skuCode: target.value })}
          />
          <InputNumber
            className="figures"
            aria-label={say('warehouse.quantity', { item: skuCode })}
            min={1}
            max={999}
            precision={0}
            value={quantity}
            onChange={(value) => change(nth, { quantity: Number(value ?? 1) })}
          />
          <Select
            aria-label={say('warehouse.condition', { item: skuCode })}
            value={condition}
            options={conditions.map((one) => ({ value: one, label: say(`condition.${one}`) }))}
            onChange={(value) => change(nth, { condition: value })}
          />
          <button
            type="button"
            className="quiet-button"
            disabled={items.length === 1}
            aria-label={say('warehouse.other.remove', { sku: skuCode })}
            onClick={() => onChange(items.filter((item) => item.nth !== nth))}
          >
            <ClearIcon size={13} />
          </button>
        </div>
      ))}
      <Button
        size="small"
        data-testid="stray-more"
        onClick={() => onChange([...items, { ...firstItem, nth: next }])}
      >
        {say('stray.item.add')}
      </Button>
    </fieldset>
  );
}
