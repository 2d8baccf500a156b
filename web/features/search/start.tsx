import { useState } from 'react';
import { useMe } from '../../app/session.ts';
import { forgetSearches, recentSearches } from './recent.ts';
import { useSearchWords } from './words.ts';

/** Before anything is asked: what was asked lately, and what can be asked at all. */
export function Start({ onAsk }: { onAsk(q: string): void }) {
  const s = useSearchWords();
  const { agentId } = useMe();
  const [recent, setRecent] = useState(() => recentSearches(agentId));
  return (
    <div className="search-start">
      <section aria-label={s('recent.title')}>
        <h2>
          {s('recent.title')}
          {recent.length > 0 && (
            <button
              type="button"
              className="quiet-button"
              onClick={() => {
                forgetSearches(agentId);
                setRecent([]);
              }}
            >
              {s('recent.clear')}
            </button>
          )}
        </h2>
        {recent.length === 0 && <p className="muted">{s('recent.none')}</p>}
        <ul className="search-recent">
          {recent.map((q) => (
            <li key={q}>
              <button type="button" data-testid="search-recent" onClick={() => onAsk(q)}>
                {q}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={s('help.title')}>
        <h2>{s('help.title')}</h2>
        <ul className="search-help">
          <li>{s('help.words')}</li>
          <li>{s('help.numbers')}</li>
          <li>{s('help.customers')}</li>
        </ul>
      </section>
    </div>
  );
}
