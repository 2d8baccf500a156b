import { openingAt } from '../../../core/team/opening.ts';
import type { WorkingHours } from '../../../core/team/working-hours.ts';
import { dateOf, day, offsetAt } from '../../../core/team/working-hours.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { clockTime, longDay } from '../../lib/format.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { useNow } from '../../lib/use-now.ts';

/** What the hours come to at this moment: open or not, and when that changes. `broken`: they can't be read yet. */
export function OpeningLine({ hours, broken }: { hours: WorkingHours | 'always'; broken: boolean }) {
  const t = usePeopleWords();
  const now = useNow();
  const when = useShopTime(hours === 'always' ? null : hours.zone, now);
  return (
    <p className="opening-line" role="status" data-testid="opening" data-broken={broken}>
      <span className="muted">{t('hours.now')}</span> {broken ? t('hours.now.broken') : sentence()}
      {!broken && hours !== 'always' && (
        <span className="muted figures"> · {t('hours.zone.shop', { time: when.clock(now) })}</span>
      )}
    </p>
  );

  function sentence(): string {
    const opening = openingAt(hours, now);
    if (opening.state === 'always') return t('hours.now.always');
    if (opening.state === 'closed') {
      return opening.opens === null
        ? t('hours.now.never')
        : t('hours.now.closed', { time: when.say(opening.opens) });
    }
    const time = when.say(opening.closes);
    const after = openingAt(hours, opening.closes);
    return after.state === 'closed' && after.opens !== null
      ? t('hours.now.openThen', { time, next: when.say(after.opens) })
      : t('hours.now.open', { time });
  }
}

/** Days and times as the shop's own wall clock shows them, whatever zone this browser is in. */
function useShopTime(zone: string | null, now: number) {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  if (zone === null) return { clock: () => '', say: () => '' };
  // Written as if the wall clock's time were this browser's own, so that the same shapes serve.
  const here = (at: number) => {
    const wall = new Date(at + offsetAt(zone, at));
    return new Date(
      wall.getUTCFullYear(),
      wall.getUTCMonth(),
      wall.getUTCDate(),
      wall.getUTCHours(),
      wall.getUTCMinutes(),
    ).getTime();
  };
  const clock = (at: number) => clockTime(here(at), lang);
  return {
    clock,
    say(at: number): string {
      const days = (dateOf(zone, at) - dateOf(zone, now)) / day;
      if (days === 0) return `${t('hours.today')} ${clock(at)}`;
      if (days === 1) return `${t('hours.tomorrow')} ${clock(at)}`;
      return `${longDay(here(at), lang)} ${clock(at)}`;
    },
  };
}
