import { Button, Input } from 'antd';
import { useDraft } from './draft-provider.tsx';
import { FieldProblem, problemId } from './field-problem.tsx';
import { useStandardWords } from './words.ts';

const most = 20;

interface Props {
  side: 'passes' | 'fails';
  /** Of the phrase. */
  field: string;
  texts: string[];
  onChange(texts: string[]): void;
}

/** Messages in which a phrase must be found, or must not; each is tried as it is typed. */
export function Examples({ side, field, texts, onChange }: Props) {
  const t = useStandardWords();
  const { readOnly } = useDraft();
  return (
    <section className="examples" data-testid={`examples-${side}`} data-side={side}>
      <h3>{t(`phrase.${side}`)}</h3>
      <p className="muted">{t(`phrase.${side}.what`)}</p>
      <ul>
        {texts.map((text, at) => (
          <li key={at}>
            {readOnly ? (
              text
            ) : (
              <Example
                side={side}
                at={at}
                field={`${field}.${side}.${at}`}
                text={text}
                onChange={(next) => onChange(texts.with(at, next))}
                onRemove={() => onChange(texts.toSpliced(at, 1))}
              />
            )}
            <FieldProblem field={`${field}.${side}.${at}`} />
          </li>
        ))}
      </ul>
      {!readOnly && texts.length < most && (
        <Button size="small" type="dashed" data-testid="example-add" onClick={() => onChange([...texts, ''])}>
          {t('phrase.example.add')}
        </Button>
      )}
    </section>
  );
}

interface ExampleProps {
  side: Props['side'];
  at: number;
  field: string;
  text: string;
  onChange(text: string): void;
  onRemove(): void;
}

function Example({ side, at, field, text, onChange, onRemove }: ExampleProps) {
  const t = useStandardWords();
  const { problems } = useDraft();
  const which = { side: t(`phrase.${side}`), number: at + 1 };
  return (
    <span className="example">
      <Input
        autoFocus={text === ''}
        data-testid="example"
        aria-label={t('phrase.example.nth', which)}
        maxLength={400}
        status={problems.has(field) ? 'error' : undefined}
        aria-invalid={problems.has(field)}
        aria-describedby={problemId(field)}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <button
        type="button"
        className="quiet-button"
        aria-label={t('phrase.example.remove', which)}
        onClick={onRemove}
      >
        ×
      </button>
    </span>
  );
}
