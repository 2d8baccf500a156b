import { Button, Popover } from 'antd';
import { useState } from 'react';
import { ClearIcon } from '../../lib/icons.tsx';
import { dayBefore, type Asked } from './asked.ts';
import { useSearchWords, type SearchKey } from './words.ts';

const spans: [SearchKey, number][] = [
  ['days.today', 0],
  ['days.week', 6],
  ['days.month', 29],
  ['days.year', 364],
];

/** Between two days; one side may stay open. */
export function DaysFilter({ asked, onChange }: { asked: Asked; onChange(asked: Asked): void }) {
  const s = useSearchWords();
  const [open, setOpen] = useState(false);
  const { fromDay, toDay } = asked;
  const isSet = fromDay !== undefined || toDay !== undefined;
  const set = (days: Pick<Asked, 'fromDay' | 'toDay'>) => {
    setOpen(false);
    onChange({ ...asked, fromDay: days.fromDay || undefined, toDay: days.toDay || undefined });
  };
  return (
    <span className="search-days" data-set={isSet}>
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={open}
        onOpenChange={setOpen}
        content={<DaysForm key={String(open)} fromDay={fromDay} toDay={toDay} onSet={set} />}
      >
        <button
          type="button"
          className="search-days-button"
          data-testid="search-filter-days"
          aria-expanded={open}
        >
          {daysWords(asked, s)}
        </button>
      </Popover>
      {isSet && (
        <button
          type="button"
          className="search-days-clear"
          aria-label={s('days.any')}
          onClick={() => set({})}
        >
          <ClearIcon size={12} />
        </button>
      )}
    </span>
  );
}

interface FormProps extends Pick<Asked, 'fromDay' | 'toDay'> {
  onSet(days: Pick<Asked, 'fromDay' | 'toDay'>): void;
}

function DaysForm({ fromDay = '', toDay = '', onSet }: FormProps) {
  const s = useSearchWords();
  const [from, setFrom] = useState(fromDay);
  const [to, setTo] = useState(toDay);
  return (
    <form
      className="search-days-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSet({ fromDay: from, toDay: to });
      }}
    >
      <div className="search-days-spans">
        {spans.map(([key, ago]) => (
          <button
            key={key}
            type="button"
            className="quiet-button"
            onClick={() => onSet({ fromDay: dayBefore(Date.now(), ago) })}
          >
            {s(key)}
          </button>
        ))}
      </div>
      <label>
        {s('days.from')}
        <input
          type="date"
          value={from}
          max={to || undefined}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label>
        {s('days.to')}
        <input
          type="date"
          value={to}
          min={from || undefined}
          onChange={(event) => setTo(event.target.value)}
        />
      </label>
      <Button htmlType="submit" size="small" type="primary" disabled={from === '' && to === ''}>
        {s('days.use')}
      </Button>
    </form>
  );
}

function daysWords({ fromDay, toDay }: Asked, s: ReturnType<typeof useSearchWords>): string {
  if (fromDay && toDay) return s('days.span', { from: fromDay, to: toDay });
  if (fromDay) return s('days.since', { from: fromDay });
  return toDay ? s('days.until', { to: toDay }) : s('filter.days');
}
