import { Input, Select } from 'antd';
import { useState } from 'react';
import type { CustomerSide } from '../../../../core/api.ts';
import { longestValue } from '../../../../core/customers/customer.ts';
import { useMay } from '../../../app/session.ts';
import { customerApi } from '../../../lib/customer-api.ts';
import { useCustomerWords } from '../../../lib/customer-words.ts';
import { EyeButton } from '../../../lib/eye-button.tsx';
import { useAct } from '../../../lib/use-act.ts';
import { useChange, type PartProps } from './use-change.ts';

type Field = CustomerSide['fields'][number];

/** The shop's own fields: a click on a value changes it. Without any, nothing is shown. */
export function Fields({ id, side }: PartProps) {
  const w = useCustomerWords();
  if (side.fields.length === 0) return null;
  return (
    <section className="side-section" data-testid="customer-fields">
      <h3>{w('fields.title')}</h3>
      <dl className="fields">
        {side.fields.map((field) => (
          <FieldRow key={field.fieldId} id={id} field={field} />
        ))}
      </dl>
    </section>
  );
}

function FieldRow({ id, field }: { id: string; field: Field }) {
  const w = useCustomerWords();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const [full, setFull] = useState<string | null>(null);
  const show = useAct(async () => setFull((await customerApi.unmaskField(id, field.fieldId)).value));
  const { name, value, personal, archived } = field;
  const editable = may('customers.edit') && !archived;
  const hideable = personal && value !== null && may('customers.unmask');
  return (
    <div className="field" data-testid="customer-field">
      <dt title={personal ? w('fields.personal') : undefined}>
        {name}
        {archived && <span className="muted"> {w('fields.archived')}</span>}
      </dt>
      <dd>
        {editing ? (
          <FieldEditor
            id={id}
            field={field}
            onClose={() => {
              setEditing(false);
              setFull(null);
            }}
          />
        ) : editable ? (
          <button
            type="button"
            className="field-value"
            aria-label={w('fields.edit', { name })}
            onClick={() => setEditing(true)}
          >
            {full ?? value ?? <span className="muted">{w('fields.empty')}</span>}
          </button>
        ) : (
          <span className="field-value">{full ?? value}</span>
        )}
      </dd>
      {hideable && !editing && (
        <EyeButton
          shown={full !== null}
          busy={show.busy}
          label={w(full === null ? 'fields.show' : 'fields.hide', { name })}
          testId="unmask-own-field"
          onClick={() => (full === null ? void show.run() : setFull(null))}
        />
      )}
    </div>
  );
}

/** Enter keeps it, Escape does not. A masked value is written anew, not changed. */
function FieldEditor({ id, field, onClose }: { id: string; field: Field; onClose(): void }) {
  const w = useCustomerWords();
  const { fieldId, name, kind, choices, personal } = field;
  const [value, setValue] = useState(personal ? '' : (field.value ?? ''));
  const fill = useChange(id, (next: string) => customerApi.fill(id, fieldId, next === '' ? null : next));
  const save = async (next: string) => {
    if (await fill.run(next.trim())) onClose();
  };
  const keys = (key: string) => {
    if (key === 'Escape') onClose();
    if (key === 'Enter') void save(value);
  };
  if (kind === 'choice')
    return (
      <Select
        className="field-editor"
        size="small"
        autoFocus
        defaultOpen
        allowClear
        aria-label={w('fields.edit', { name })}
        placeholder={w('fields.choose')}
        options={choices.map((choice) => ({ value: choice, label: choice }))}
        value={value === '' ? undefined : value}
        loading={fill.busy}
        onChange={(next?: string) => void save(next ?? '')}
        onBlur={onClose}
      />
    );
  return (
    <span className="field-edit">
      <Input
        className="field-editor"
        size="small"
        autoFocus
        data-testid="field-input"
        aria-label={w('fields.edit', { name })}
        type={kind === 'date' ? 'date' : 'text'}
        inputMode={kind === 'number' ? 'decimal' : undefined}
        maxLength={longestValue}
        value={value}
        disabled={fill.busy}
        onChange={({ target }) => setValue(target.value)}
        onKeyDown={({ key, nativeEvent }) => {
          if (!nativeEvent.isComposing) keys(key);
        }}
      />
      <button type="button" className="quiet-button" disabled={fill.busy} onClick={() => void save(value)}>
        {w('save')}
      </button>
      <button type="button" className="quiet-button" onClick={onClose}>
        {w('cancel')}
      </button>
    </span>
  );
}
