import type { RuleId } from '../../../core/standard/finding.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import type { Outcome } from './trial.ts';
import { useBenchWords } from './words.ts';
import './score-card.css';

interface Props {
  outcome: Outcome;
  version: number;
  onPage(rule: RuleId): void;
}

/** What it comes to, line by line; what could not be judged, and why. */
export function ScoreCard({ outcome, version, onPage }: Props) {
  const { t, lang } = usePreferences();
  const b = useBenchWords();
  const { score, whole, shown, notJudged } = outcome;
  const gone = shown.filter(({ off }) => off).length;
  return (
    <section className="bench-card" data-testid="bench-score">
      <header className="bench-score-head">
        <h2>{b('score.title')}</h2>
        <span className="muted">{b('score.version', { version })}</span>
        <strong className="figures" role="status" data-testid="bench-points">
          {t('score.points', { points: score.points })}
        </strong>
      </header>
      {gone > 0 && (
        <p className="muted" data-testid="bench-change">
          {b('score.before', { points: whole.points })} · {b('score.gone', { count: gone })}
        </p>
      )}
      {score.veto && <p className="bench-veto">{b('score.veto')}</p>}
      {score.lines.length === 0 ? (
        <p className="muted">{b('score.clean')}</p>
      ) : (
        <ol className="bench-lines" aria-label={b('score.lines')}>
          {score.lines.map(({ rule, turn, points }) => (
            <li key={`${turn} ${rule}`}>
              <button type="button" className="finding-title" onClick={() => onPage(rule)}>
                {ruleWords(rule, lang).title}
              </button>
              <span className="muted">{b('cases.turn', { turn: turn + 1 })}</span>
              <span className="figures">{points > 0 ? `+${points}` : points}</span>
            </li>
          ))}
        </ol>
      )}
      {notJudged.length > 0 && (
        <div className="bench-not-judged" data-testid="bench-not-judged">
          <h3>{t('notJudged.title')}</h3>
          <ul>
            {notJudged.map(({ rule, why }) => (
              <li key={rule}>
                {ruleWords(rule, lang).title} <span className="muted">{t(`notJudged.${why}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
