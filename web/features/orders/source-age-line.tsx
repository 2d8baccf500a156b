import { ageOf } from '../../../core/commerce/source-age.ts';
import type { SourceStanding } from '../../../core/commerce/source-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useOrdersWords } from './words.ts';

/** Where the shop system can't be asked, how old what is shown may be. Nothing where it is fresh, or where files tell. */
export function SourceAgeLine({ standing }: { standing: SourceStanding | null }) {
  const say = useOrdersWords();
  const { lang } = usePreferences();
  const { how, failingSince } = ageOf(standing, useNow());
  if (!standing || how === 'file' || how === 'fresh') return null;
  const told = standing.toldAt === null ? '–' : shortDayAndTime(standing.toldAt, lang);
  return (
    <p className="order-age" data-how={how} data-testid="order-age" role="status">
      {how === 'unreachable'
        ? say('order.unreachable', { since: shortDayAndTime(failingSince!, lang), told })
        : say('order.late', { told })}
    </p>
  );
}
