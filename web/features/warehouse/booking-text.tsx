import { Input } from 'antd';
import { Field } from '../operations/field.tsx';

interface Props {
  label: string;
  hint?: string;
  placeholder?: string;
  testId?: string;
  /** In characters. */
  longest: number;
  value: string;
  onChange(value: string): void;
}

/** A line that is copied from a parcel's label, or said about it. */
export function BookingText({ label, hint, placeholder, testId, longest, value, onChange }: Props) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          data-testid={testId}
          placeholder={placeholder}
          autoComplete="off"
          maxLength={longest}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
