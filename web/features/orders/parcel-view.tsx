import type { Parcel } from '../../../core/commerce/order-api.ts';
import { stalledHours } from '../../../core/commerce/stall.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { dayAndTime, shortDayAndTime } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import type { PutFact } from './put-fact.ts';
import { useOrdersWords, type Say } from './words.ts';
import type { Lang } from '../../../core/standard/facts.ts';

/** How far a parcel is, and that it stands still where it does. */
export function ParcelView({ parcel, onPut }: { parcel: Parcel; onPut?: PutFact }) {
  const say = useOrdersWords();
  const { lang } = usePreferences();
  const now = useNow();
  const stalled = stalledHours(parcel, now);
  const late = parcel.deliveredAt === null && parcel.promisedAt !== null && parcel.promisedAt < now;
  const sentence = parcelSentence(parcel, say, lang);
  return (
    <div className="parcel">
      <p className="parcel-head">
        <span className="figures">
          {parcel.carrier} {parcel.trackingNo}
        </span>
        {parcel.deliveredAt !== null ? (
          <span className="parcel-kept">
            {say('parcel.delivered', { time: shortDayAndTime(parcel.deliveredAt, lang) })}
          </span>
        ) : stalled !== null ? (
          <span className="parcel-look">{say('parcel.stalled', { hours: stalled })}</span>
        ) : (
          <span className="muted">{say('parcel.moving')}</span>
        )}
        {late && (
          <span className="parcel-look">
            {say('parcel.late', { time: shortDayAndTime(parcel.promisedAt!, lang) })}
          </span>
        )}
        {onPut && (
          <button
            type="button"
            className="quiet-button"
            data-testid="put-parcel"
            aria-label={say('beside.put', { fact: sentence })}
            title={say('beside.put', { fact: sentence })}
            onClick={() => onPut(sentence)}
          >
            ↵
          </button>
        )}
      </p>
      {parcel.scans.length > 0 && (
        <details>
          <summary>{say('parcel.scans')}</summary>
          <ol className="scans">
            {parcel.scans.map((scan, at) => (
              <li key={at}>
                <time className="figures muted">{dayAndTime(scan.at, lang)}</time>
                <span>{[scan.place, scan.said ?? scan.state].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function parcelSentence(parcel: Parcel, say: Say, lang: Lang): string {
  const [last] = parcel.scans;
  const progress =
    parcel.deliveredAt !== null
      ? say('put.parcel.delivered', { time: shortDayAndTime(parcel.deliveredAt, lang) })
      : last
        ? say('put.parcel.scan', {
            time: shortDayAndTime(last.at, lang),
            said: (last.said ?? [last.place, last.state].filter(Boolean).join(' ')).replace(/[。.]$/, ''),
          })
        : parcel.dispatchedAt !== null
          ? say('put.parcel.dispatched', { time: shortDayAndTime(parcel.dispatchedAt, lang) })
          : say('put.parcel.nothing');
  return say('put.parcel', { carrier: parcel.carrier ?? '–', number: parcel.trackingNo, progress });
}
