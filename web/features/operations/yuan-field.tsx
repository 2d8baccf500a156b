import { Input } from 'antd';
import { useState } from 'react';
import { fenOf, yuanOf } from './yuan.ts';

interface Props {
  /** From its Form.Item. */
  id?: string;
  /** In fen; null: nothing, or nothing that is an amount. */
  value?: number | null;
  onChange?(fen: number | null): void;
  disabled?: boolean;
  currency?: string;
  'aria-label'?: string;
}

/** An amount, written in yuan and handed on in fen. */
export function YuanField({ id, value = null, onChange, disabled, currency = 'CNY', ...aria }: Props) {
  const [written, setWritten] = useState(value === null ? '' : yuanOf(value));
  // What is set from outside is shown; what one writes stays as it was written.
  const shown = value === null || fenOf(written) === value ? written : yuanOf(value);
  return (
    <Input
      {...aria}
      id={id}
      className="yuan-field figures"
      data-testid="amount"
      prefix={currency === 'CNY' ? '¥' : currency}
      inputMode="decimal"
      autoComplete="off"
      maxLength={16}
      disabled={disabled}
      value={shown}
      onChange={({ target }) => {
        setWritten(target.value);
        onChange?.(fenOf(target.value));
      }}
    />
  );
}
