import type { CustomerCard } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { dayAndTime } from '../../lib/format.ts';
import { RatingLine } from './rating-line.tsx';

interface Props {
  episodes: CustomerCard['episodes'];
  onJump(seq: number): void;
}

/** What was before: each leads to its first message. */
export function Episodes({ episodes, onJump }: Props) {
  const { t, lang } = usePreferences();
  return (
    <section className="side-section">
      <h2>{t('episodes.title')}</h2>
      {episodes.length === 0 && <p className="muted">{t('episodes.none')}</p>}
      <ul className="episodes">
        {episodes.map(({ episodeId, number, firstSeq, openedAt, closedAt, points, stars, ratingWord }) => (
          <li key={episodeId}>
            <button type="button" className="episode" onClick={() => onJump(firstSeq)}>
              <span>{t('episodes.number', { number })}</span>
              <span className="muted figures">{dayAndTime(openedAt, lang)}</span>
              <span className="figures">
                {closedAt === null
                  ? t('episodes.open')
                  : points === null
                    ? t('episodes.notScored')
                    : t('score.points', { points })}
              </span>
            </button>
            {stars !== null && <RatingLine stars={stars} word={ratingWord} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
