import { Button, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { standardSettings, type StandardSettings } from '../../../core/standard/settings.ts';
import { numberWords, unitOf } from './change-words.ts';
import { useDraft } from './draft-provider.tsx';
import { FieldProblem, problemId } from './field-problem.tsx';
import type { NumberName } from './settings-changes.ts';
import { useStandardWords } from './words.ts';
import './number-field.css';

interface Props {
  name: NumberName;
  value(settings: StandardSettings): number;
  set(settings: StandardSettings, value: number): StandardSettings;
  what?: string;
}

/** One number of the settings, with what the standard itself has. */
export function NumberField({ name, value, set, what }: Props) {
  const t = useStandardWords();
  const { settings, change, readOnly, problems } = useDraft();
  const number = value(settings);
  return (
    <Labelled name={name} what={what} standard={numberWords(name, value(standardSettings), t)}>
      {readOnly ? (
        <span className="figures">{numberWords(name, number, t)}</span>
      ) : (
        <Amount
          name={name}
          label={t(`number.${name}`)}
          value={number}
          describedBy={problems.has(name) ? problemId(name) : undefined}
          onChange={(next) => change((now) => set(now, next))}
        />
      )}
      <FieldProblem field={name} />
    </Labelled>
  );
}

const mostReminders = 5;

/** When the agent is reminded: once, or several times. */
export function Reminders() {
  const t = useStandardWords();
  const { settings, change, readOnly } = useDraft();
  const name = 'thresholds.remindAgent';
  const times = settings.thresholds.remindAgent;
  const set = (next: number[]) =>
    change((now) => ({ ...now, thresholds: { ...now.thresholds, remindAgent: next } }));
  return (
    <Labelled
      name={name}
      what={t('number.thresholds.remindAgent.what')}
      standard={numberWords(name, standardSettings.thresholds.remindAgent, t)}
    >
      {readOnly ? (
        <span className="figures">{numberWords(name, times, t)}</span>
      ) : (
        <div className="reminders">
          {times.map((seconds, at) => (
            <span key={at} className="reminder">
              <Amount
                name={name}
                label={t('number.nth', { number: at + 1 })}
                value={seconds}
                onChange={(next) => set(times.with(at, next))}
              />
              <button
                type="button"
                className="quiet-button"
                aria-label={t('number.remove', { number: at + 1 })}
                onClick={() => set(times.toSpliced(at, 1))}
              >
                ×
              </button>
              <FieldProblem field={`${name}.${at}`} />
            </span>
          ))}
          {times.length < mostReminders && (
            <Button size="small" type="dashed" onClick={() => set([...times, (times.at(-1) ?? 0) + 60])}>
              {t('number.another')}
            </Button>
          )}
        </div>
      )}
    </Labelled>
  );
}

function Labelled(props: { name: NumberName; what?: string; standard: string; children: ReactNode }) {
  const t = useStandardWords();
  const { changes } = useDraft();
  const { name, what, standard, children } = props;
  const isChanged = changes.some(({ place }) => place.kind === 'number' && place.name === name);
  return (
    <div className="number-field" data-changed={isChanged}>
      <div className="number-label">
        {t(`number.${name}`)}
        {isChanged && <span className="changed-tag">{t('rules.changed')}</span>}
      </div>
      <div>{children}</div>
      <div className="number-standard muted figures">{t('scoring.standard', { value: standard })}</div>
      {what && <p className="number-what muted">{what}</p>}
    </div>
  );
}

interface AmountProps {
  name: NumberName;
  label: string;
  value: number;
  describedBy?: string;
  onChange(value: number): void;
}

function Amount({ name, label, value, describedBy, onChange }: AmountProps) {
  const t = useStandardWords();
  const unit = unitOf(name);
  const [min, max] = unit === 'seconds' ? [5, 86_400] : [0, 100];
  return (
    <InputNumber
      className="amount"
      min={min}
      max={max}
      precision={0}
      suffix={t(`unit.${unit}`)}
      aria-label={label}
      aria-describedby={describedBy}
      data-testid={`number-${name}`}
      value={value}
      // Emptied while something else is typed: what stood there before holds until then.
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}
