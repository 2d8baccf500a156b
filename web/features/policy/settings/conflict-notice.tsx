import type { PolicyAnswer } from '../../../../core/commerce/policy-api.ts';
import { ConflictNotice } from '../../versions/conflict-notice.tsx';
import { draftOf } from '../../versions/draft.ts';
import { ChangeList } from './change-list.tsx';
import { useDraft } from './draft-provider.tsx';
import { changesBetween, rebased } from './policy-changes.ts';

export function PolicyConflict({ newer: { version, policy, history } }: { newer: PolicyAnswer }) {
  const { draft, begin } = useDraft();
  const { policy: merged, both } = rebased(draft.base, draft.mine, policy);
  return (
    <ConflictNotice
      version={version}
      history={history}
      theirs={<ChangeList changes={changesBetween(draft.base, policy)} />}
      both={both.length > 0 && <ChangeList changes={both} />}
      onMerge={() => begin({ version, base: policy, mine: merged })}
      onTake={() => begin(draftOf({ version, settings: policy }))}
    />
  );
}
