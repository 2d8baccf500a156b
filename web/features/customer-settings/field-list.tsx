import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { CustomerField } from '../../../core/api.ts';
import { customerApi, fieldsQuery } from '../../lib/customer-api.ts';
import { useCustomerWords } from '../../lib/customer-words.ts';
import { ArrowDownIcon, ArrowUpIcon } from '../../lib/icons.tsx';
import { useAct } from '../../lib/use-act.ts';
import { FieldEditor } from './field-editor.tsx';

export function FieldList({ fields }: { fields: readonly CustomerField[] }) {
  const w = useCustomerWords();
  const [making, setMaking] = useState(false);
  const create = useFieldAct(customerApi.createField);
  const inUse = fields.filter((field) => !field.archived);
  const archived = fields.filter((field) => field.archived);
  return (
    <>
      {fields.length === 0 && <p className="muted">{w('settings.fields.none')}</p>}
      <ul className="settings-list">
        {inUse.map((field, place) => (
          <FieldRow key={field.fieldId} field={field} place={place} order={inUse} />
        ))}
        {archived.map((field) => (
          <FieldRow key={field.fieldId} field={field} />
        ))}
      </ul>
      {making ? (
        <FieldEditor
          field={{ name: '', kind: 'text', choices: [], personal: false }}
          isNew
          busy={create.busy}
          onCancel={() => setMaking(false)}
          onSave={async (field) => {
            if (await create.run(field)) setMaking(false);
          }}
        />
      ) : (
        <Button data-testid="new-field" onClick={() => setMaking(true)}>
          {w('settings.field.new')}
        </Button>
      )}
    </>
  );
}

interface RowProps {
  field: CustomerField;
  /** Absent: it is archived, and has no place. */
  place?: number;
  order?: readonly CustomerField[];
}

function FieldRow({ field, place = 0, order = [] }: RowProps) {
  const w = useCustomerWords();
  const [editing, setEditing] = useState(false);
  const change = useFieldAct((some: Partial<CustomerField>) =>
    customerApi.changeField({ ...field, ...some }),
  );
  const reorder = useFieldAct(customerApi.orderFields);
  const move = (by: 1 | -1) => {
    const ids = order.map((one) => one.fieldId);
    ids.splice(place + by, 0, ...ids.splice(place, 1));
    void reorder.run(ids);
  };
  const { name, kind, choices, personal, archived } = field;
  if (editing)
    return (
      <li className="settings-row">
        <FieldEditor
          field={field}
          busy={change.busy}
          onCancel={() => setEditing(false)}
          onSave={async (wanted) => {
            if (await change.run({ name: wanted.name, choices: wanted.choices })) setEditing(false);
          }}
        />
      </li>
    );
  return (
    <li className="settings-row" data-archived={archived} data-testid="own-field">
      <strong>{name}</strong>
      <span className="muted">
        {[
          w(`kind.${kind}`),
          ...(choices.length > 0 ? [choices.join(' / ')] : []),
          ...(personal ? [w('settings.personal')] : []),
          ...(archived ? [w('settings.archived')] : []),
        ].join(' · ')}
      </span>
      <span className="settings-row-acts">
        {!archived && (
          <>
            <button
              type="button"
              className="quiet-button"
              aria-label={w('settings.up', { name })}
              disabled={place === 0 || reorder.busy}
              onClick={() => move(-1)}
            >
              <ArrowUpIcon size={14} />
            </button>
            <button
              type="button"
              className="quiet-button"
              aria-label={w('settings.down', { name })}
              disabled={place === order.length - 1 || reorder.busy}
              onClick={() => move(1)}
            >
              <ArrowDownIcon size={14} />
            </button>
            <button
              type="button"
              className="quiet-button"
              aria-label={w('settings.edit', { name })}
              onClick={() => setEditing(true)}
            >
              {w('settings.edit', { name: '' })}
            </button>
          </>
        )}
        <button
          type="button"
          className="quiet-button"
          disabled={change.busy}
          onClick={() => void change.run({ archived: !archived })}
        >
          {w(archived ? 'settings.restore' : 'settings.archive')}
        </button>
      </span>
    </li>
  );
}

function useFieldAct<A extends unknown[]>(act: (...args: A) => Promise<unknown>) {
  const w = useCustomerWords();
  const client = useQueryClient();
  return useAct(async (...args: A) => {
    await act(...args);
    await client.invalidateQueries({ queryKey: fieldsQuery.queryKey });
  }, w('settings.saved'));
}
