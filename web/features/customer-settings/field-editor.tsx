import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import type { CustomerField } from '../../../core/api.ts';
import { fieldKinds } from '../../../core/customers/customer.ts';
import { useCustomerWords } from '../../lib/customer-words.ts';

type Wanted = Pick<CustomerField, 'name' | 'kind' | 'choices' | 'personal'>;

interface Props {
  field: Wanted;
  /** Kind and secrecy are decided once. */
  isNew?: boolean;
  busy: boolean;
  onSave(field: Wanted): Promise<void>;
  onCancel(): void;
}

export function FieldEditor({ field, isNew = false, busy, onSave, onCancel }: Props) {
  const w = useCustomerWords();
  const [draft, setDraft] = useState<Wanted>(field);
  const change = (some: Partial<Wanted>) => setDraft((before) => ({ ...before, ...some }));
  const { name, kind, choices, personal } = draft;
  const complete = name.trim() !== '' && (kind !== 'choice' || choices.length > 0);
  return (
    <form
      className="settings-editor"
      onSubmit={(event) => {
        event.preventDefault();
        const kept = kind === 'choice' ? choices : [];
        if (complete) void onSave({ name: name.trim(), kind, choices: kept, personal });
      }}
    >
      <Input
        autoFocus
        data-testid="field-name"
        aria-label={w('settings.field.name')}
        placeholder={w('settings.field.name')}
        maxLength={30}
        value={name}
        onChange={({ target }) => change({ name: target.value })}
      />
      {isNew && (
        <Select
          aria-label={w('settings.field.kind')}
          data-testid="field-kind"
          className="field-kind"
          value={kind}
          onChange={(next) => change({ kind: next })}
          options={fieldKinds.map((value) => ({ value, label: w(`kind.${value}`) }))}
        />
      )}
      {kind === 'choice' && (
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          className="field-choices"
          data-testid="field-choices"
          aria-label={w('settings.field.choices')}
          placeholder={w('settings.field.choicesHint')}
          value={choices}
          onChange={(next: string[]) =>
            change({ choices: [...new Set(next.map((one) => one.trim()).filter((one) => one !== ''))] })
          }
        />
      )}
      {isNew && (
        <Checkbox checked={personal} onChange={({ target }) => change({ personal: target.checked })}>
          {w('settings.field.personal')}
        </Checkbox>
      )}
      <span className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy} disabled={!complete} data-testid="save-field">
          {w('save')}
        </Button>
        <Button onClick={onCancel}>{w('cancel')}</Button>
      </span>
    </form>
  );
}
