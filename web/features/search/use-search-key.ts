import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { usePreferences } from '../../app/preferences.tsx';

/** What the search page's own field is called, so that the key finds it again. */
export const searchFieldId = 'search-field';

/** `/` where nobody is writing, unless single keys are off. */
export function useSearchKey(): void {
  const navigate = useNavigate();
  const { singleKeys } = usePreferences();
  useEffect(() => {
    if (!singleKeys) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (!isSearchKey(event)) return;
      event.preventDefault();
      const field = document.getElementById(searchFieldId) as HTMLInputElement | null;
      if (!field) return void navigate({ to: '/search' });
      field.focus();
      field.select();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [navigate, singleKeys]);
}

function isSearchKey({ key, ctrlKey, metaKey, altKey, shiftKey, target, defaultPrevented }: KeyboardEvent) {
  const alone = !altKey && !ctrlKey && !metaKey && !shiftKey;
  return key === '/' && alone && !defaultPrevented && !isWriting(target);
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role=combobox], [role=dialog]') !== null);
