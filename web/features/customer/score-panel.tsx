import { useState } from 'react';
import type { EpisodeScore, ScoreLine } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import type { WordKey } from '../../words/index.ts';

interface Props {
  score: EpisodeScore;
  /** Open from the start. */
  open: boolean;
  onJump(seq: number): void;
}

/** A closed episode's points, and for each line why. */
export function ScorePanel({ score, open: atFirst, onJump }: Props) {
  const { t } = usePreferences();
  const [open, setOpen] = useState(atFirst);
  const { number, points, veto, lines, notJudged } = score;
  return (
    <section
      className="side-section score"
      data-kept={!veto && lines.every((line) => line.points >= 0)}
      data-testid="score"
    >
      <button type="button" className="score-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>{t('score.title', { number })}</span>
        <strong className="score-points figures" data-testid="score-points">
          {t('score.points', { points })}
        </strong>
      </button>
      {veto && (
        <p className="score-veto" data-testid="score-veto">
          <strong>{t('score.veto')}</strong> {t('score.veto.what')}
        </p>
      )}
      {open && (
        <>
          {lines.length === 0 && <p className="score-clean">{t('score.clean')}</p>}
          <ol className="score-lines">
            {lines.map((line) => (
              <Line key={`${line.rule} ${line.messageSeq} ${line.start}`} line={line} onJump={onJump} />
            ))}
          </ol>
          {notJudged.length > 0 && <NotJudged notJudged={notJudged} />}
        </>
      )}
    </section>
  );
}

function Line({ line, onJump }: { line: ScoreLine; onJump(seq: number): void }) {
  const { t, lang } = usePreferences();
  const { title, reason } = ruleWords(line.rule, lang);
  return (
    <li>
      <button
        type="button"
        className="score-line"
        data-testid="score-line"
        data-rule={line.rule}
        title={t('score.jump')}
        onClick={() => onJump(line.messageSeq)}
      >
        <span className="score-line-title">{title}</span>
        <span className="score-line-points figures">{line.points > 0 ? `+${line.points}` : line.points}</span>
        <span className="score-line-reason muted">{reason}</span>
        {line.verdict && <span className="finding-verdict">{t(`verdict.${line.verdict}`)}</span>}
      </button>
    </li>
  );
}

function NotJudged({ notJudged }: Pick<EpisodeScore, 'notJudged'>) {
  const { t, lang } = usePreferences();
  const reasons: Record<string, WordKey> = {
    'no-times': 'notJudged.no-times',
    'no-phone-data': 'notJudged.no-phone-data',
    'rule-failed': 'notJudged.rule-failed',
  };
  return (
    <div className="not-judged" data-testid="not-judged">
      <h3>{t('notJudged.title')}</h3>
      <ul>
        {notJudged.map(({ rule, why }) => {
          const reason = reasons[why];
          return (
            <li key={rule}>
              {ruleWords(rule, lang).title} <span className="muted">{reason ? t(reason) : why}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
