import { useMe } from '../../app/session.ts';
import { useStandardWords } from './words.ts';

/** When the shop works: waits count only then. */
export function Hours() {
  const t = useStandardWords();
  const { hours } = useMe();
  return (
    <div className="hours" data-testid="hours">
      {hours === 'always' ? (
        <p>{t('scoring.hours.always')}</p>
      ) : (
        <>
          <p className="figures">
            {hours.hours.map(([open, close]) => `${open}–${close}`).join(' · ')}{' '}
            <span className="muted">{t('scoring.hours.zone', { zone: hours.zone })}</span>
          </p>
          {hours.days && (
            <p>{t('scoring.hours.days', { days: hours.days.map((day) => t(dayName(day))).join(' ') })}</p>
          )}
          {hours.holidays && hours.holidays.length > 0 && (
            <p className="figures">{t('scoring.hours.holidays', { days: hours.holidays.join(' ') })}</p>
          )}
          {hours.workdays && hours.workdays.length > 0 && (
            <p className="figures">{t('scoring.hours.workdays', { days: hours.workdays.join(' ') })}</p>
          )}
        </>
      )}
      <p className="muted">{t('scoring.hours.what')}</p>
    </div>
  );
}

const dayNames = ['day.1', 'day.2', 'day.3', 'day.4', 'day.5', 'day.6', 'day.7'] as const;
/** Monday is 1, Sunday 7. */
const dayName = (day: number) => dayNames[day - 1] ?? 'day.1';
