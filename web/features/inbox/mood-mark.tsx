import type { Mood } from '../../../core/standard/mood.ts';
import { usePreferences } from '../../app/preferences.tsx';
import './marks.css';

const moods: readonly Mood[] = ['calm', 'uneasy', 'dissatisfied', 'strong'];

/** Four steps and a word. */
export function MoodMark({ mood }: { mood: Mood }) {
  const { t } = usePreferences();
  const step = moods.indexOf(mood);
  return (
    <span className="mood-mark" data-mood={mood}>
      <span className="mood-steps" aria-hidden>
        {moods.map((each, at) => (
          <i key={each} data-filled={at <= step} />
        ))}
      </span>
      {t(`mood.${mood}`)}
    </span>
  );
}
