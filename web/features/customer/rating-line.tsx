import { usePreferences } from '../../app/preferences.tsx';

/** What the customer said of an episode. */
export function RatingLine({ stars, word }: { stars: number; word: string | null }) {
  const { t } = usePreferences();
  return (
    <p className="rating-line" data-testid="rating">
      <span role="img" aria-label={t('rating.stars', { stars })} title={t('rating.stars', { stars })}>
        <span className="rating-given">{'★'.repeat(stars)}</span>
        <span className="rating-missing">{'★'.repeat(5 - stars)}</span>
      </span>{' '}
      {word !== null && <q>{word}</q>}
    </p>
  );
}
