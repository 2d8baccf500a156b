import { Button, Input } from 'antd';
import { useState } from 'react';
import { mostShifts } from '../../../core/team/hours-problems.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import type { HoursDraft } from './draft.ts';
import { nextShift, readTime } from './draft.ts';

interface Props {
  shifts: HoursDraft['shifts'];
  readOnly: boolean;
  problems: Map<string, string>;
  onChange(shifts: HoursDraft['shifts']): void;
}

/** The shifts of a day; one that ends no later than it begins runs into the next. */
export function Shifts({ shifts, readOnly, problems, onChange }: Props) {
  const t = usePeopleWords();
  if (readOnly)
    return <p className="figures">{shifts.map(([open, close]) => `${open}–${close}`).join(' · ')}</p>;
  const set = (at: number, part: 0 | 1, time: string) =>
    onChange(
      shifts.map(([open, close], i) =>
        i !== at ? [open, close] : part === 0 ? [time, close] : [open, time],
      ),
    );
  return (
    <div className="hours-shifts">
      {shifts.map(([open, close], at) => {
        const number = at + 1;
        const problem = problems.get(`hours.hours.${at}`);
        return (
          <div key={at} className="hours-shift" data-testid="shift">
            <Clock
              label={t('hours.nth.open', { number })}
              time={open}
              onChange={(time) => set(at, 0, time)}
            />
            <span aria-hidden>–</span>
            <Clock
              label={t('hours.nth.close', { number })}
              time={close}
              onChange={(time) => set(at, 1, time)}
            />
            {close <= open && close !== '24:00' && <span className="muted">{t('hours.nextDay')}</span>}
            {shifts.length > 1 && (
              <button
                type="button"
                className="quiet-button"
                aria-label={t('hours.remove', { what: `${open}–${close}` })}
                onClick={() => onChange(shifts.toSpliced(at, 1))}
              >
                ×
              </button>
            )}
            {problem && <span className="hours-problem">{problem}</span>}
          </div>
        );
      })}
      {shifts.length < mostShifts && (
        <Button
          size="small"
          type="dashed"
          data-testid="add-shift"
          onClick={() => onChange([...shifts, nextShift(shifts)])}
        >
          {t('hours.addShift')}
        </Button>
      )}
    </div>
  );
}

/** By the keyboard, in 24 hours whatever the browser's language: `930` will do. */
function Clock({ label, time, onChange }: { label: string; time: string; onChange(time: string): void }) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      className="clock-field figures"
      aria-label={label}
      maxLength={5}
      value={typed ?? time}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => {
        if (typed !== null) onChange(readTime(typed));
        setTyped(null);
      }}
    />
  );
}
