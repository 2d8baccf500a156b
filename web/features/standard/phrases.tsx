import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ForbiddenPhrase } from '../../../core/standard/settings.ts';
import { useDraft } from './draft-provider.tsx';
import { PhraseCard } from './phrase-card.tsx';
import { useStandardWords } from './words.ts';
import './phrases.css';

const most = 500;
/** With fewer there is nothing to search. */
const searchFrom = 8;

const blank: ForbiddenPhrase = { phrase: '', weight: 'warn', passes: [], fails: [], note: '' };

/** The shop's own words that are never said to a customer. */
export function Phrases() {
  const t = useStandardWords();
  const { settings, change, readOnly } = useDraft();
  const { phrases } = settings;
  const [words, setWords] = useState('');
  const [open, setOpen] = useState<number | null>(null);
  const set = (next: ForbiddenPhrase[]) => change((now) => ({ ...now, phrases: next }));
  const add = () => {
    setWords('');
    setOpen(phrases.length);
    set([...phrases, blank]);
  };
  // What is being written stays in sight, whatever is searched.
  const found = phrases.flatMap((phrase, at) =>
    at === open || `${phrase.phrase} ${phrase.note}`.includes(words) ? [at] : [],
  );
  return (
    <section className="standard-section">
      <p className="muted">{t('phrases.what')}</p>
      {phrases.length >= searchFrom && (
        <Input
          allowClear
          className="standard-find"
          aria-label={t('phrases.find')}
          placeholder={t('phrases.find')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {phrases.length === 0 && <p className="phrases-empty">{t('phrases.empty')}</p>}
      {phrases.length > 0 && found.length === 0 && <p className="muted">{t('phrases.none', { words })}</p>}
      <ul className="phrases">
        {found.map((at) => (
          <PhraseCard
            key={at}
            at={at}
            phrase={phrases[at]!}
            open={open === at}
            onOpen={(yes) => setOpen(yes ? at : null)}
            onChange={(phrase) => set(phrases.with(at, phrase))}
            onRemove={() => {
              setOpen(null);
              set(phrases.toSpliced(at, 1));
            }}
          />
        ))}
      </ul>
      {!readOnly && (
        <div className="phrases-add">
          <Button type="dashed" data-testid="phrase-add" disabled={phrases.length >= most} onClick={add}>
            {t('phrases.add')}
          </Button>
          {phrases.length >= most && <span className="muted">{t('phrases.full', { count: most })}</span>}
        </div>
      )}
    </section>
  );
}
