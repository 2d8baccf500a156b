import type { PolicyAnswer } from '../../../../core/commerce/policy-api.ts';
import type { Policy } from '../../../../core/commerce/policy/policy.ts';
import { History } from '../../versions/history.tsx';
import { policyApi } from '../policy-api.ts';
import { ChangeList } from './change-list.tsx';
import { useDraft } from './draft-provider.tsx';
import { changesBetween } from './policy-changes.ts';
import { useSettingsWords } from './settings-words.ts';

export function PolicyHistory({ answer: { version, history } }: { answer: PolicyAnswer }) {
  const say = useSettingsWords();
  const { readOnly, change } = useDraft();
  return (
    <History
      of="policy"
      version={version}
      history={history}
      empty={say('history.empty')}
      reuseZero={say('history.reuse.zero')}
      load={policyOf}
      changes={(before, after) => <ChangeList changes={changesBetween(before, after)} />}
      onReuse={readOnly ? null : (policy) => change(() => policy)}
    />
  );
}

const policyOf = async (version: number): Promise<Policy> => (await policyApi.version(version)).policy;
