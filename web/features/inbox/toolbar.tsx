import { Suspense, useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { FilterIcon, SelectIcon, StarIcon } from '../../lib/icons.tsx';
import { isFiltered, type Choice } from './choice.ts';
import { lazyPart } from '../../lib/lazy-part.ts';

const FilterPanel = lazyPart(() => import('./filter-panel.tsx'), 'FilterPanel');
const FilterChips = lazyPart(() => import('./filter-chips.tsx'), 'FilterChips');
const SavedViews = lazyPart(() => import('./saved-views.tsx'), 'SavedViews');

interface Props {
  choice: Choice;
  onChange(choice: Choice): void;
  selecting: boolean;
  onSelecting(selecting: boolean): void;
}

/** What to show of the list, and several of it at once. What opens comes when it is opened. */
export function InboxToolbar({ choice, onChange, selecting, onSelecting }: Props) {
  const { t } = usePreferences();
  const [open, setOpen] = useState<'filter' | 'views' | null>(null);
  const toggle = (part: 'filter' | 'views') => setOpen((now) => (now === part ? null : part));
  const close = () => setOpen(null);
  return (
    <div
      className="inbox-tools"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className="inbox-tool-row">
        <button
          type="button"
          className="quiet-button"
          aria-expanded={open === 'filter'}
          data-testid="inbox-filter"
          onClick={() => toggle('filter')}
        >
          <FilterIcon size={14} />
          {t('inbox.filter')}
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-expanded={open === 'views'}
          data-testid="inbox-saved"
          onClick={() => toggle('views')}
        >
          <StarIcon size={14} />
          {t('inbox.saved')}
        </button>
        <button
          type="button"
          className="quiet-button inbox-select"
          aria-pressed={selecting}
          data-testid="inbox-select"
          onClick={() => onSelecting(!selecting)}
        >
          <SelectIcon size={14} />
          {t('inbox.select')}
        </button>
      </div>
      <Suspense>
        {open === 'filter' && <FilterPanel choice={choice} onChange={onChange} />}
        {open === 'views' && <SavedViews choice={choice} onChange={onChange} onClose={close} />}
        {open === null && isFiltered(choice.filter) && <FilterChips choice={choice} onChange={onChange} />}
      </Suspense>
    </div>
  );
}
