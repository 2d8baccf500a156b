import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { conditions } from '../../../core/commerce/operations/operation.ts';
import { ClearIcon } from '../../lib/icons.tsx';
import { useOperationsWords } from '../operations/words.ts';
import { asAnnounced, withOwn, type Row } from './parcel.ts';

interface Props {
  rows: readonly Row[];
  /** The customer said what comes back. */
  announced: boolean;
  onChange(rows: Row[]): void;
}

export function ContentRows({ rows, announced, onChange }: Props) {
  const say = useOperationsWords();
  const change = (skuCode: string, some: Partial<Row>) =>
    onChange(rows.map((row) => (row.skuCode === skuCode ? { ...row, ...some } : row)));
  return (
    <div>
      <table className="operations-table contents">
        <thead>
          <tr>
            <th scope="col">{say('warehouse.contents')}</th>
            <th scope="col" className="number">
              {say('warehouse.sent')}
            </th>
            <th scope="col" className="number">
              {say('warehouse.expected')}
            </th>
            <th scope="col">{say('warehouse.counted')}</th>
            <th scope="col">{say('warehouse.how')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ skuCode, name, sent, announced: said, counted, condition, own }) => (
            <tr key={skuCode} data-testid="content" data-sku={skuCode}>
              <th scope="row">
                {name} {name !== skuCode && <span className="muted">{skuCode}</span>}
              </th>
              <td className="number figures">{sent}</td>
              <td className="number figures">{said ?? '–'}</td>
              <td>
                <InputNumber
                  className="figures"
                  data-testid="counted"
                  aria-label={say('warehouse.quantity', { item: name })}
                  min={0}
                  max={999}
                  precision={0}
                  value={counted}
                  onFocus={({ target }) => target.select()}
                  onChange={(value) => change(skuCode, { counted: Number(value ?? 0) })}
                />
              </td>
              <td>
                <Select
                  className="operation-select"
                  aria-label={say('warehouse.condition', { item: name })}
                  value={condition}
                  options={conditions.map((one) => ({ value: one, label: say(`condition.${one}`) }))}
                  onChange={(value) => change(skuCode, { condition: value })}
                />
              </td>
              <td>
                {own && (
                  <button
                    type="button"
                    className="quiet-button"
                    aria-label={say('warehouse.other.remove', { sku: skuCode })}
                    onClick={() => onChange(rows.filter((row) => row.skuCode !== skuCode))}
                  >
                    <ClearIcon size={13} />
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="contents-acts">
        <Button size="small" data-testid="as-announced" onClick={() => onChange(asAnnounced(rows))}>
          {say(announced ? 'warehouse.asAnnounced' : 'warehouse.asSent')}
        </Button>
        <Other
          known={rows.map(({ skuCode }) => skuCode)}
          onAdd={(skuCode) => onChange(withOwn(rows, skuCode))}
        />
      </div>
    </div>
  );
}

/** Something that is not of this order lies in the parcel. */
function Other({ known, onAdd }: { known: readonly string[]; onAdd(skuCode: string): void }) {
  const say = useOperationsWords();
  const [written, setWritten] = useState('');
  const skuCode = written.trim();
  const fits = skuCode !== '' && !known.includes(skuCode);
  const add = () => {
    onAdd(skuCode);
    setWritten('');
  };
  return (
    <span className="contents-other">
      <span className="muted">{say('warehouse.other')}</span>
      <Input
        size="small"
        data-testid="other-sku"
        aria-label={say('warehouse.other.sku')}
        placeholder={say('warehouse.other.sku')}
        maxLength={60}
        value={written}
        onChange={({ target }) => setWritten(target.value)}
        onPressEnter={(event) => {
          if (event.ctrlKey || event.metaKey || !fits) return;
          event.preventDefault();
          add();
        }}
      />
      <Button size="small" disabled={!fits} data-testid="other-add" onClick={add}>
        {say('warehouse.other.add')}
      </Button>
    </span>
  );
}
