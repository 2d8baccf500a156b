import { Link } from '@tanstack/react-router';
import { usePreferences } from '../../app/preferences.tsx';
import type { Problem } from '../../../core/refusal.ts';
import { Refused } from '../../../core/refusal.ts';
import { sentence } from '../../lib/failure.ts';
import { lazyPart } from '../../lib/lazy-part.ts';
import { SaveBar } from '../versions/save-bar.tsx';
import { useDraft } from './draft-provider.tsx';
import { useStandardWords } from './words.ts';

const Preview = lazyPart(() => import('./preview-drawer.tsx'), 'StandardPreview');

export function StandardSaveBar() {
  const { draft, changes, problems, newer, begin } = useDraft();
  const first = problems.values().next().value;
  return (
    <SaveBar
      count={changes.length}
      newer={newer && newer.version}
      problem={first && <FirstProblem problem={first} count={problems.size} />}
      onDiscard={() => begin({ ...draft, mine: draft.base })}
      Preview={Preview}
    />
  );
}

/** What is to be mended first, and the way there. */
function FirstProblem({ problem, count }: { problem: Problem; count: number }) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  return (
    <>
      {t('bar.problems', { count })}{' '}
      <Link to="/settings/standard" search={{ part: partOf(problem.field) }} preload={false}>
        {t('bar.mend')}
      </Link>{' '}
      {sentence(new Refused({ code: 'invalid', problems: [problem] }), lang)}
    </>
  );
}

function partOf(field: string): string {
  if (field.startsWith('phrases')) return 'phrases';
  return /^(?:rules|channels)\b/.test(field) ? 'rules' : 'scoring';
}
