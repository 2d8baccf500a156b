import { DatePicker, Tag } from 'antd';
import { usePeopleWords } from '../../lib/people-words.ts';
import { datesBetween } from './draft.ts';

interface Props {
  part: 'holidays' | 'workdays';
  dates: string[];
  readOnly: boolean;
  problems: Map<string, string>;
  onChange(dates: string[]): void;
}

/** Dates of their own: added from a calendar, a stretch at a time, taken away one by one. */
export function Dates({ part, dates, readOnly, problems, onChange }: Props) {
  const t = usePeopleWords();
  const problem = [...problems].find(([field]) => field.startsWith(`hours.${part}`))?.[1];
  return (
    <div className="hours-dates" data-testid={part}>
      <div className="hours-tags">
        {dates.length === 0 && <span className="muted">{t('hours.dates.none')}</span>}
        {dates.map((date) => (
          <Tag
            key={date}
            className="figures"
            closable={!readOnly && { 'aria-label': t('hours.remove', { what: date }) }}
            onClose={(event) => {
              event.preventDefault();
              onChange(dates.filter((one) => one !== date));
            }}
          >
            {date}
          </Tag>
        ))}
      </div>
      {!readOnly && (
        <DatePicker.RangePicker
          aria-label={t('hours.addDates')}
          placeholder={[t('hours.from'), t('hours.to')]}
          value={null}
          onChange={(_, range) => onChange([...new Set([...dates, ...datesBetween(range)])].toSorted())}
        />
      )}
      {problem && <p className="hours-problem">{problem}</p>}
    </div>
  );
}
