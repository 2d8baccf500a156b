import { useMemo, useState, type ReactNode } from 'react';
import { Virtuoso } from 'react-virtuoso';
import type { CaseMark } from '../../../core/api.ts';
import type { Standard } from '../../../core/standard/apply-settings.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Verdict } from '../../../core/standard/score.ts';
import { RuleDrawer } from '../../lib/rule-drawer.tsx';
import { BenchTurn } from './bench-turn.tsx';
import type { Place } from './case-file.ts';
import { RuleSwitches } from './rule-switches.tsx';
import { ScoreCard } from './score-card.tsx';
import { outcomeOf, type Switches, type Trial } from './trial.ts';
import { useBenchWords } from './words.ts';

interface Props extends Switches {
  title: ReactNode;
  trial: Trial;
  standard: Standard;
  /** What people said of findings, as the score heeds it. */
  verdicts: readonly Verdict[];
  missed: readonly CaseMark[];
  verdictOf(place: Place): ReactNode;
  isWrong(place: Place): boolean;
  /** Absent: this person may not. */
  onMissed?: (turn: number, rule: RuleId) => Promise<boolean>;
  onTakeBack?: (mark: CaseMark) => void;
  onEdit(turn: number, text: string): void;
}

/** A conversation with what the standard says to it, and what that comes to. */
export function TrialView({ title, trial, standard, verdicts, missed, off, setOff, ...acts }: Props) {
  const b = useBenchWords();
  const [page, setPage] = useState<RuleId | null>(null);
  const { turns, channel } = trial;
  const outcome = useMemo(
    () => outcomeOf(trial, off, standard.scoring[channel], verdicts),
    [trial, off, standard, channel, verdicts],
  );
  const byTurn = useMemo(() => Map.groupBy(outcome.shown, ({ turn }) => turn), [outcome]);
  const missedBy = useMemo(() => Map.groupBy(missed, ({ turn }) => turn), [missed]);
  const rules = standard.rules[channel];
  return (
    <>
      <section className="bench-thread" aria-label={b('thread.label')}>
        <header>
          <h2>{title}</h2>
          <span className="muted">
            {b('thread.count', {
              turns: turns.length,
              findings: outcome.shown.filter((one) => !one.off).length,
            })}
          </span>
        </header>
        <Virtuoso
          data={turns}
          className="bench-turns"
          increaseViewportBy={400}
          itemContent={(at, turn) => (
            <BenchTurn
              turn={turn}
              at={at}
              shown={byTurn.get(at) ?? []}
              missed={missedBy.get(at) ?? []}
              rules={rules}
              onPage={setPage}
              {...acts}
            />
          )}
        />
      </section>
      <aside className="bench-side">
        <ScoreCard outcome={outcome} version={standard.version} onPage={setPage} />
        <RuleSwitches rules={rules} trial={trial} off={off} setOff={setOff} onPage={setPage} />
      </aside>
      <RuleDrawer rule={page} onClose={() => setPage(null)} />
    </>
  );
}
