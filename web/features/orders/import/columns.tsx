import { Select } from 'antd';
import type { ImportKind, Mapping } from '../../../../core/commerce/reading/fields.ts';
import { fieldsOf } from '../../../../core/commerce/reading/fields.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useOrdersWords } from '../words.ts';

interface Props {
  kind: ImportKind;
  columns: string[];
  mapping: Mapping;
  busy: boolean;
  onChange(mapping: Mapping): void;
}

/** Which column of the file each field is read from. */
export function Columns({ kind, columns, mapping, busy, onChange }: Props) {
  const say = useOrdersWords();
  const { lang } = usePreferences();
  const options = [
    { value: '', label: say('import.noColumn') },
    ...columns.map((value) => ({ value, label: value })),
  ];
  return (
    <div className="import-columns">
      {Object.entries(fieldsOf(kind)).map(([field, { required, ...names }]) => (
        <label key={field} className="import-column">
          <span>
            {names[lang]}{' '}
            {required && !mapping[field] && <span className="import-needed">{say('import.required')}</span>}
          </span>
          <Select
            value={mapping[field] ?? ''}
            disabled={busy}
            showSearch
            aria-label={names[lang]}
            data-testid={`column-${field}`}
            options={options}
            onChange={(column: string) => onChange({ ...mapping, [field]: column })}
          />
        </label>
      ))}
    </div>
  );
}
