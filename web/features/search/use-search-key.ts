import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** What the search page's own field is called, so that the key finds it again. */
export const searchFieldId = 'search-field';

/** Ctrl+K or ⌘+K from anywhere, or `/` where nobody is writing. */
export function useSearchKey(): void {
  const navigate = useNavigate();
  useEffect(() => {
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
  }, [navigate]);
}

function isSearchKey({ key, ctrlKey, metaKey, altKey, shiftKey, target, defaultPrevented }: KeyboardEvent) {
  if (defaultPrevented || altKey || shiftKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k';
  return key === '/' && !isWriting(target);
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role=combobox], [role=dialog]') !== null);
