import { useMemo } from 'react';
import type { CaseMark } from '../../../core/api.ts';
import type { Standard } from '../../../core/standard/apply-settings.ts';
import { Refused } from '../../../core/refusal.ts';
import { sentence } from '../../lib/failure.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { standardApi } from '../../lib/standard-api.ts';
import { useAct } from '../../lib/use-act.ts';
import { marksOf, withMark } from './case-file.ts';
import { MarkButtons } from './mark-buttons.tsx';
import { rewritten, type Pasted } from './paste.ts';
import { judged, type Switches } from './trial.ts';
import { TrialView } from './trial-view.tsx';
import { useCases } from './use-cases.ts';
import { useBenchWords } from './words.ts';

interface Props extends Switches {
  pasted: Pasted;
  standard: Standard;
  onEdit(pasted: Pasted): void;
}

/** Judged here in the browser, by the same engine and the same settings as at the server. */
export function PastedTrial({ pasted, standard, onEdit, ...switches }: Props) {
  const b = useBenchWords();
  const { lang } = usePreferences();
  const may = useMay();
  const { lines, changed } = useCases();
  const { form, conversation } = pasted;
  const { channel, turns } = conversation;
  const trial = useMemo(
    () => judged(conversation, standard.rules[channel]),
    [conversation, channel, standard],
  );
  const marks = useMemo(
    () =>
      marksOf(
        lines?.find(({ id }) => id === form.id),
        trial.findings,
      ),
    [lines, form.id, trial],
  );
  const mark = useAct(async (one: CaseMark) => {
    await standardApi.keepPasted(form, withMark(marks, one));
    await changed();
  });
  const mayJudge = may('findings.judge');
  const verdictAt = (turn: number, rule: string) =>
    marks.find((one) => one.turn === turn && one.rule === rule)?.verdict;
  return (
    <TrialView
      {...switches}
      title={b('thread.pasted')}
      trial={trial}
      standard={standard}
      verdicts={marks.flatMap(({ turn, rule, verdict }) =>
        verdict === 'wrong' ? [{ turn, rule, verdict }] : [],
      )}
      missed={marks.filter(({ verdict }) => verdict === 'missed')}
      verdictOf={({ turn, rule }) => {
        const verdict = verdictAt(turn, rule);
        return (
          <MarkButtons
            verdict={verdict}
            disabled={!mayJudge || mark.busy || !lines}
            why={
              mayJudge
                ? undefined
                : sentence(new Refused({ code: 'forbidden', permission: 'findings.judge' }), lang)
            }
            onMark={(said) => void mark.run({ turn, rule, verdict: said })}
          />
        );
      }}
      isWrong={({ turn, rule }) => verdictAt(turn, rule) === 'wrong'}
      onMissed={mayJudge && lines ? (turn, rule) => mark.run({ turn, rule, verdict: 'missed' }) : undefined}
      onTakeBack={mayJudge ? (one) => void mark.run(one) : undefined}
      onEdit={(turn, text) => {
        if (text !== turns[turn]?.text) onEdit(rewritten(pasted, turn, text));
      }}
    />
  );
}
