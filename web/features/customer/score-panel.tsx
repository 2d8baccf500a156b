import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EpisodeScore, ScoreLine, ThreadAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { ruleWords } from '../../lib/rule-words.ts';
import { RatingLine } from './rating-line.tsx';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import type { WordKey } from '../../words/index.ts';

interface Props {
  thread: ThreadAnswer;
  score: EpisodeScore;
  /** Open from the start. */
  open: boolean;
  onJump(seq: number): void;
}

/** A closed episode's points, and for each line why. */
export function ScorePanel({ thread, score, open: atFirst, onJump }: Props) {
  const { t } = usePreferences();
  const may = useMay();
  const before = usePrevious(score.points);
  const [open, setOpen] = useState(atFirst);
  const { number, points, veto, lines, notJudged } = score;
  const rating = thread.customer.episodes.find(({ episodeId }) => episodeId === score.episodeId);
  return (
    <section
      className="side-section score"
      data-kept={!veto && lines.every((line) => line.points >= 0)}
      data-testid="score"
    >
      <button type="button" className="score-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>{t('score.title', { number })}</span>
        {before !== null && (
          <s className="score-before figures" data-testid="score-before">
            {before}
          </s>
        )}
        <strong className="score-points figures" data-testid="score-points" role="status">
          {t('score.points', { points })}
        </strong>
      </button>
      {veto && (
        <p className="score-veto" data-testid="score-veto">
          <strong>{t('score.veto')}</strong> {t('score.veto.what')}
        </p>
      )}
      {rating?.stars && <RatingLine stars={rating.stars} word={rating.ratingWord} />}
      {open && (
        <>
          {lines.length === 0 && <p className="score-clean">{t('score.clean')}</p>}
          <ol className="score-lines">
            {lines.map((line) => (
              <Line
                key={`${line.rule} ${line.messageSeq} ${line.start}`}
                thread={thread}
                line={line}
                onJump={onJump}
              />
            ))}
          </ol>
          {notJudged.length > 0 && <NotJudged notJudged={notJudged} />}
          {may('standard.read') && score.episodeId === thread.conversation.episode?.episodeId && (
            <Link
              to="/bench"
              search={{ conversation: thread.conversation.conversationId }}
              className="score-bench"
              data-testid="to-bench"
            >
              {t('score.bench')}
            </Link>
          )}
        </>
      )}
    </section>
  );
}

interface LineProps {
  thread: ThreadAnswer;
  line: ScoreLine;
  onJump(seq: number): void;
}

function Line({ thread: { conversation, messages, findings, colleagues }, line, onJump }: LineProps) {
  const { t, lang } = usePreferences();
  const finding = findings.find((one) => one.rule === line.rule && one.messageSeq === line.messageSeq);
  const message = messages.find(({ seq }) => seq === line.messageSeq);
  // What nobody wrote, such as a long wait, is about whoever served the customer.
  const about = message?.author === 'agent' ? message.authorId : conversation.ownAgentId;
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
        {!finding && line.verdict && <span className="finding-verdict">{t(`verdict.${line.verdict}`)}</span>}
      </button>
      {finding && (
        <div className="score-line-verdict">
          <VerdictMark finding={finding} about={about} colleagues={colleagues} />
        </div>
      )}
    </li>
  );
}

/** What it was before the last change that this page saw; null: none came. */
function usePrevious(points: number): number | null {
  const [seen, setSeen] = useState<{ now: number; before: number | null }>({ now: points, before: null });
  if (seen.now !== points) setSeen({ now: points, before: seen.now });
  return seen.now === points ? seen.before : seen.now;
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
