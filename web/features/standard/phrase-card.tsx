import { Button, Input, Select } from 'antd';
import type { ForbiddenPhrase } from '../../../core/standard/settings.ts';
import { useDraft } from './draft-provider.tsx';
import { Examples } from './examples.tsx';
import { FieldProblem, problemId } from './field-problem.tsx';
import { problemsUnder } from './field-problems.ts';
import { WeightMark } from './weight-mark.tsx';
import { useStandardWords } from './words.ts';

interface Props {
  at: number;
  phrase: ForbiddenPhrase;
  open: boolean;
  onOpen(yes: boolean): void;
  onChange(phrase: ForbiddenPhrase): void;
  onRemove(): void;
}

const weights = ['block', 'warn', 'note'] as const;

/** One forbidden phrase: a line, and opened everything about it. */
export function PhraseCard(props: Props) {
  const { at, phrase, open, onOpen } = props;
  const t = useStandardWords();
  const { problems, changes } = useDraft();
  const count = problemsUnder(problems, `phrases.${at}`).length;
  const isChanged = changes.some(({ after }) => after === phrase);
  const { phrase: words, weight, note, passes, fails } = phrase;
  return (
    <li className="phrase" data-testid="phrase" data-open={open} data-changed={isChanged}>
      <button
        type="button"
        className="phrase-line"
        aria-expanded={open}
        title={t('phrase.edit', { phrase: words })}
        onClick={() => onOpen(!open)}
      >
        <strong className="phrase-words">{words || t('phrase.new')}</strong>
        <WeightMark weight={weight} />
        <span className="phrase-note muted">{note}</span>
        {count > 0 && <span className="problem-badge figures">{t('part.problems', { count })}</span>}
        {isChanged && <span className="changed-tag">{t('rules.changed')}</span>}
        <span className="muted figures">{t('phrase.examples', { count: passes.length + fails.length })}</span>
      </button>
      {open && <PhraseEditor {...props} />}
    </li>
  );
}

function PhraseEditor({ at, phrase, onChange, onRemove }: Props) {
  const t = useStandardWords();
  const { readOnly, problems } = useDraft();
  const field = `phrases.${at}`;
  const set = (change: Partial<ForbiddenPhrase>) => onChange({ ...phrase, ...change });
  return (
    <div className="phrase-editor">
      {!readOnly && (
        <div className="phrase-fields">
          <label>
            {t('phrase.words')}
            <Input
              autoFocus={phrase.phrase === ''}
              data-testid="phrase-words"
              placeholder={t('phrase.words.hint')}
              maxLength={60}
              status={problems.has(`${field}.phrase`) ? 'error' : undefined}
              aria-invalid={problems.has(`${field}.phrase`)}
              aria-describedby={problemId(`${field}.phrase`)}
              value={phrase.phrase}
              onChange={(event) => set({ phrase: event.target.value })}
            />
            <FieldProblem field={`${field}.phrase`} />
          </label>
          <label>
            {t('phrase.weight')}
            <Select
              data-testid="phrase-weight"
              value={phrase.weight}
              options={weights.map((value) => ({ value, label: <WeightMark weight={value} /> }))}
              onChange={(weight) => set({ weight })}
            />
          </label>
          <label>
            {t('phrase.note')}
            <Input
              data-testid="phrase-note"
              placeholder={t('phrase.note.hint')}
              maxLength={400}
              value={phrase.note}
              onChange={(event) => set({ note: event.target.value })}
            />
          </label>
        </div>
      )}
      <div className="phrase-examples">
        <Examples side="fails" field={field} texts={phrase.fails} onChange={(fails) => set({ fails })} />
        <Examples side="passes" field={field} texts={phrase.passes} onChange={(passes) => set({ passes })} />
      </div>
      {!readOnly && (
        <Button
          size="small"
          aria-label={t('phrase.remove.which', { phrase: phrase.phrase })}
          data-testid="phrase-remove"
          onClick={onRemove}
        >
          {t('phrase.remove')}
        </Button>
      )}
    </div>
  );
}
