import type { StandardAnswer } from '../../../core/api.ts';
import { ConflictNotice } from '../versions/conflict-notice.tsx';
import { draftOf } from '../versions/draft.ts';
import { ChangeList } from './change-list.tsx';
import { useDraft } from './draft-provider.tsx';
import { changesBetween, rebased } from './settings-changes.ts';

export function StandardConflict({ newer }: { newer: StandardAnswer }) {
  const { draft, begin } = useDraft();
  const { version, settings, history } = newer;
  const merged = rebased(draft.base, draft.mine, settings);
  return (
    <ConflictNotice
      version={version}
      history={history}
      theirs={<ChangeList changes={changesBetween(draft.base, settings)} />}
      both={merged.conflicts.length > 0 && <ChangeList changes={merged.conflicts} />}
      onMerge={() => begin({ version, base: settings, mine: merged.settings })}
      onTake={() => begin(draftOf(newer))}
    />
  );
}
