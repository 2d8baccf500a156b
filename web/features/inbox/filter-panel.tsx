import { Button, Checkbox, Select } from 'antd';
import { isFiltered, type Choice } from './choice.ts';
import { useFilterFields, withField } from './filter-fields.ts';
import { useInboxWords } from './words.ts';
import './inbox-parts.css';

interface Props {
  choice: Choice;
  onChange(choice: Choice): void;
}

/** Every change shows at once. */
export function FilterPanel({ choice: { view, filter }, onChange }: Props) {
  const w = useInboxWords();
  const fields = useFilterFields();
  const set = (next: Choice['filter']) => onChange({ view, filter: next });
  return (
    <div className="filter-panel" data-testid="filter-panel">
      {fields.map(({ field, label, key, options }) => (
        <label key={field} className="filter-field">
          <span>{label}</span>
          <Select
            size="small"
            allowClear
            aria-label={label}
            data-testid={`filter-${key}`}
            placeholder={w('filter.any')}
            options={options}
            showSearch={field === 'agentId' || field === 'tag' ? { optionFilterProp: 'label' } : false}
            value={filter[field]}
            onChange={(value: string | undefined) => set(withField(filter, field, value))}
          />
        </label>
      ))}
      <div className="filter-foot">
        <Checkbox
          data-testid="filter-unread"
          checked={filter.unread ?? false}
          onChange={({ target }) => set(withField(filter, 'unread', target.checked))}
        >
          {w('filter.unread')}
        </Checkbox>
        <Button size="small" type="text" disabled={!isFiltered(filter)} onClick={() => set({})}>
          {w('filter.clear')}
        </Button>
      </div>
    </div>
  );
}
