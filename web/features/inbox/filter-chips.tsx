import type { Choice } from './choice.ts';
import { useFilterFields, withField } from './filter-fields.ts';
import { useInboxWords } from './words.ts';
import './inbox-parts.css';

interface Props {
  choice: Choice;
  onChange(choice: Choice): void;
}

/** What the list is filtered by, each with a way to take it off. */
export function FilterChips({ choice: { view, filter }, onChange }: Props) {
  const w = useInboxWords();
  const fields = useFilterFields();
  const chips = fields.flatMap(({ field, label, options }) => {
    const value = filter[field];
    if (value === undefined) return [];
    return [{ field, said: options.find((option) => option.value === value)?.label ?? label }];
  });
  const all = [...chips, ...(filter.unread ? [{ field: 'unread' as const, said: w('filter.unread') }] : [])];
  return (
    <div className="filter-chips">
      {all.map(({ field, said }) => (
        <button
          key={field}
          type="button"
          className="filter-chip"
          data-testid={`chip-${field}`}
          aria-label={w('filter.remove', { what: said })}
          onClick={() => onChange({ view, filter: withField(filter, field, undefined) })}
        >
          {said}
          <span aria-hidden>×</span>
        </button>
      ))}
    </div>
  );
}
