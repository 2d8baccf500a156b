import { useState, type ReactNode } from 'react';
import type { CaseMark } from '../../../core/api.ts';
import type { Turn } from '../../../core/standard/facts.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Rule } from '../../../core/standard/rule.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { MarkedText } from '../../lib/marked-text.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import type { Place } from './case-file.ts';
import { wallClock } from './wall-clock.ts';
import { EditTurn } from './edit-turn.tsx';
import { MissedPicker } from './missed-picker.tsx';
import type { Shown } from './trial.ts';
import { useBenchWords } from './words.ts';
import '../thread/thread.css';
import '../thread/message.css';
import './bench-turn.css';

interface Props {
  turn: Turn;
  at: number;
  shown: readonly Shown[];
  missed: readonly CaseMark[];
  rules: readonly Rule[];
  verdictOf(place: Place): ReactNode;
  isWrong(place: Place): boolean;
  onMissed?: (turn: number, rule: RuleId) => Promise<boolean>;
  onTakeBack?: (mark: CaseMark) => void;
  onEdit(turn: number, text: string): void;
  onPage(rule: RuleId): void;
}

/** One message, its findings under its words, and what a person may do with it. */
export function BenchTurn({ turn, at, shown, missed, rules, onMissed, onTakeBack, onEdit, ...acts }: Props) {
  const { t, lang } = usePreferences();
  const b = useBenchWords();
  const { hours } = useMe();
  const [editing, setEditing] = useState(false);
  const { from, text } = turn;
  const standing = shown.filter((finding) => !finding.off && !acts.isWrong(finding));
  return (
    <article className="message bench-turn" data-testid="bench-turn" data-author={from} data-first="true">
      {from !== 'system' && (
        <header className="message-head">
          <strong>{t(`author.${from}`)}</strong>
          {turn.at !== undefined && <time className="figures">{wallClock(turn.at, hours)}</time>}
        </header>
      )}
      {editing ? (
        <EditTurn
          text={text}
          onSave={(next) => {
            setEditing(false);
            onEdit(at, next);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className="message-row">
          <div className="bubble">
            <MarkedText text={text} ranges={standing.flatMap(({ ranges }) => ranges)} />
          </div>
          <span className="turn-tools">
            <button
              type="button"
              className="quiet-button"
              data-testid="turn-edit"
              onClick={() => setEditing(true)}
            >
              {b('turn.edit')}
            </button>
            {onMissed && (
              <MissedPicker
                rules={rules.filter(({ id }) => ![...shown, ...missed].some(({ rule }) => rule === id))}
                onChoose={(rule) => onMissed(at, rule)}
              />
            )}
          </span>
        </div>
      )}
      {shown.map((finding) => (
        <FindingRow key={finding.rule} finding={finding} {...acts} />
      ))}
      {missed.map((mark) => (
        <p key={mark.rule} className="finding-line" data-weight="note" data-testid="bench-missed">
          <strong>{b('verdict.missed')}</strong>
          {ruleWords(mark.rule, lang).title}
          {onTakeBack && (
            <button type="button" className="verdict-button" onClick={() => onTakeBack(mark)}>
              {b('verdict.back')}
            </button>
          )}
        </p>
      ))}
    </article>
  );
}

interface RowProps extends Pick<Props, 'verdictOf' | 'isWrong' | 'onPage'> {
  finding: Shown;
}

function FindingRow({ finding, verdictOf, isWrong, onPage }: RowProps) {
  const { lang } = usePreferences();
  const b = useBenchWords();
  const { rule, weight, points, off, evidence } = finding;
  const { title, reason } = ruleWords(rule, lang);
  return (
    <div
      className="finding-line bench-finding"
      data-testid="bench-finding"
      data-rule={rule}
      data-weight={off ? 'note' : weight}
      data-off={off}
      data-verdict={isWrong(finding) ? 'wrong' : undefined}
    >
      <strong>
        <button
          type="button"
          className="finding-title"
          title={b('finding.page')}
          onClick={() => onPage(rule)}
        >
          {title}
        </button>
      </strong>
      <span className="weight-tag">{b(`weight.${weight}`)}</span>
      {points !== null && points !== 0 && (
        <span className="figures">{b('finding.points', { points: signed(points) })}</span>
      )}
      {off ? <span>{b('finding.off')}</span> : verdictOf(finding)}
      <span className="bench-reason">
        {reason}
        {evidence === '' && ` ${b('finding.missing')}`}
      </span>
    </div>
  );
}

const signed = (points: number) => (points > 0 ? `+${points}` : String(points));
