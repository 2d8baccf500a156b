import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { ClearIcon, SearchIcon } from '../../lib/icons.tsx';
import { isTooShort } from './asked.ts';
import { Filters } from './filters.tsx';
import { keepSearch } from './recent.ts';
import { Results } from './results.tsx';
import { Start } from './start.tsx';
import { useAsked } from './use-asked.ts';
import { searchFieldId } from './use-search-key.ts';
import { useSearchWords } from './words.ts';
import '../../lib/find-bar.css';
import './search.css';

const pauseMs = 180;

/** Finds what was written: messages, notes, customers. What was asked from elsewhere, while this page is open, begins it anew. */
export function SearchPage() {
  const at = useLocation({ select: ({ state }) => state.__TSR_index });
  return <Search key={at} />;
}

function Search() {
  const { agentId } = useMe();
  const { lang, singleKeys } = usePreferences();
  const s = useSearchWords();
  const [asked, ask] = useAsked();
  const [written, setWritten] = useState(asked.q);
  const field = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLElement>(null);
  const composing = useRef(false);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    field.current?.focus();
    return () => clearTimeout(waiting.current);
  }, []);

  const askFor = (q: string) => {
    clearTimeout(waiting.current);
    setWritten(q);
    ask((now) => ({ ...now, q }));
  };
  const write = (q: string) => {
    setWritten(q);
    clearTimeout(waiting.current);
    // Letters on the way to a character are not looked for.
    if (!composing.current) waiting.current = setTimeout(() => askFor(q), pauseMs);
  };
  const clearFilters = () => ask(({ q }) => ({ q }));
  const keep = () => keepSearch(agentId, written);

  return (
    <main ref={page} className="search" onKeyDown={(event) => walkHits(event, page.current!)}>
      <h1 className="visually-hidden">{s('title')}</h1>
      <form
        role="search"
        className="find-bar search-bar"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
          askFor(written);
        }}
      >
        <SearchIcon size={18} />
        <input
          ref={field}
          id={searchFieldId}
          data-testid="search-field"
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          aria-label={s('field.label')}
          placeholder={s('field.placeholder')}
          value={written}
          onChange={(event) => write(event.target.value)}
          onCompositionStart={() => (composing.current = true)}
          onCompositionEnd={(event) => {
            composing.current = false;
            write(event.currentTarget.value);
          }}
        />
        {written !== '' && (
          <button
            type="button"
            className="quiet-button"
            aria-label={s('field.clear')}
            data-testid="search-clear"
            onClick={() => {
              askFor('');
              field.current?.focus();
            }}
          >
            <ClearIcon size={14} />
          </button>
        )}
        {singleKeys && <kbd title={s('field.keys', { key: '/' })}>/</kbd>}
      </form>
      <Filters asked={asked} onChange={(next) => ask(({ q }) => ({ ...next, q }))} onClear={clearFilters} />
      <div className="search-body" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
        {asked.q.trim() === '' ? (
          <Start onAsk={askFor} />
        ) : isTooShort(asked) ? (
          <div className="search-state" role="status">
            <h2>{s('short.title')}</h2>
            <p>{s('short.what')}</p>
          </div>
        ) : (
          <Results asked={asked} onOpen={keep} onClearFilters={clearFilters} />
        )}
      </div>
    </main>
  );
}

/** The arrows walk from the field through what was found. */
function walkHits(event: KeyboardEvent, page: HTMLElement): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const places = [...page.querySelectorAll<HTMLElement>(`#${searchFieldId}, .search-customer, .search-hit`)];
  const at = places.indexOf(document.activeElement as HTMLElement);
  if (step === 0 || at < 0) return;
  event.preventDefault();
  places[at + step]?.focus();
}
