import { policyProblemWords } from '../../../../core/words/policy-problems.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { lazyPart } from '../../../lib/lazy-part.ts';
import { SaveBar } from '../../versions/save-bar.tsx';
import { useDraft } from './draft-provider.tsx';

const Preview = lazyPart(() => import('./preview-drawer.tsx'), 'PolicyPreviewDrawer');

export function PolicySaveBar() {
  const { lang } = usePreferences();
  const { draft, changes, problems, newer, begin } = useDraft();
  const first = problems.values().next().value;
  return (
    <SaveBar
      count={changes.length}
      newer={newer && newer.version}
      problem={first && policyProblemWords(first, lang)}
      onDiscard={() => begin({ ...draft, mine: draft.base })}
      Preview={Preview}
    />
  );
}
