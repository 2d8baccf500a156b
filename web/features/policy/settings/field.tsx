import { Button, Checkbox, InputNumber } from 'antd';
import { useId } from 'react';
import { lawfulExclusions } from '../../../../core/commerce/policy/policy.ts';
import { readFen } from '../../../../core/commerce/reading/cell.ts';
import { policyFieldName, policyProblemWords } from '../../../../core/words/policy-problems.ts';
import { defaultPolicy } from '../../../../core/commerce/policy/policy.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useDraft } from './draft-provider.tsx';
import { leavesOf, type Value } from './policy-changes.ts';
import { explained, useSettingsWords } from './settings-words.ts';
import { unitOf, valueWords } from './value-words.ts';

const standard = leavesOf(defaultPolicy);

/** One number: what it is called, what it means, what the default is, and what is wrong with it. */
export function Field({ field }: { field: string }) {
  const say = useSettingsWords();
  const { lang } = usePreferences();
  const { draft, readOnly, problems, set } = useDraft();
  const id = useId();
  const value = leavesOf(draft.mine).get(field) ?? null;
  const saved = leavesOf(draft.base).get(field) ?? null;
  const problem = problems.get(field);
  const isChanged = JSON.stringify(value) !== JSON.stringify(saved);
  const what = explained(say, field);
  return (
    <div className="policy-field" data-changed={isChanged} data-testid={`field-${field}`}>
      <label className="policy-name" htmlFor={id}>
        {capital(policyFieldName(field, lang))}
      </label>
      <div className="policy-value">
        {readOnly ? (
          <span className="figures">{valueWords(field, value, say, lang)}</span>
        ) : (
          <Input
            id={id}
            field={field}
            value={value}
            problemId={problem && `${id}-problem`}
            onChange={(next) => set(field, next)}
          />
        )}
      </div>
      <div className="policy-default muted figures">
        {say('field.default', { value: valueWords(field, standard.get(field) ?? null, say, lang) })}
      </div>
      {what && <p className="policy-what muted">{what}</p>}
      {problem && (
        <p className="policy-problem" id={`${id}-problem`} data-testid="field-problem">
          {policyProblemWords(problem, lang)}
        </p>
      )}
    </div>
  );
}

interface InputProps {
  id: string;
  field: string;
  value: Value;
  problemId: string | undefined;
  onChange(value: Value): void;
}

function Input({ id, field, value, problemId, onChange }: InputProps) {
  const say = useSettingsWords();
  const unit = unitOf(field);
  if (unit === 'kinds') {
    return (
      <Checkbox.Group
        className="policy-kinds"
        value={[...(value as readonly string[])]}
        options={lawfulExclusions.map((kind) => ({ value: kind, label: say(`kind.${kind}` as never) }))}
        // In the law's own order, however they were ticked.
        onChange={(ticked) => onChange(lawfulExclusions.filter((kind) => ticked.includes(kind)))}
      />
    );
  }
  const common = {
    id,
    className: 'policy-amount',
    'aria-describedby': problemId,
    'aria-invalid': problemId !== undefined,
    status: problemId === undefined ? undefined : ('warning' as const),
    'data-testid': `input-${field}`,
  };
  if (unit !== 'money') {
    return (
      <InputNumber
        {...common}
        min={0}
        max={100_000}
        precision={0}
        suffix={say(`unit.${unit}`)}
        value={value as number}
        // Emptied while another is typed: what stood there holds until then.
        onChange={(next) => next !== null && onChange(next)}
      />
    );
  }
  const mayLift = field.endsWith('.most');
  return (
    <>
      <InputNumber<string>
        {...common}
        stringMode
        min="0"
        precision={2}
        prefix="¥"
        placeholder={say('value.noCap')}
        value={value === null ? null : yuanOf(value as number)}
        onChange={(next) => {
          const fen = next === null ? null : readFen(next);
          if (fen !== null) onChange(fen);
          else if (mayLift && next === null) onChange(null);
        }}
      />
      {mayLift && value !== null && (
        <Button size="small" type="link" onClick={() => onChange(null)}>
          {say('field.lift')}
        </Button>
      )}
    </>
  );
}

const yuanOf = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
