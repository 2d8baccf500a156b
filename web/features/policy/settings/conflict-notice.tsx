import { Alert, Button } from 'antd';
import type { PolicyAnswer } from '../../../../core/commerce/policy-api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { dayAndTime } from '../../../lib/format.ts';
import { ChangeList } from './change-list.tsx';
import { useDraft } from './draft-provider.tsx';
import { changesBetween, draftOf, rebased } from './policy-draft.ts';
import { useSettingsWords } from './settings-words.ts';

/** Somebody saved another version meanwhile: theirs and mine are kept until I say what becomes of them. */
export function ConflictNotice({ newer }: { newer: PolicyAnswer }) {
  const say = useSettingsWords();
  const { lang } = usePreferences();
  const { draft, begin } = useDraft();
  const { version, policy, history } = newer;
  const last = history[0];
  const { policy: merged, both } = rebased(draft.base, draft.mine, policy);
  return (
    <Alert
      type="warning"
      role="alert"
      data-testid="policy-conflict"
      title={say('conflict.title', { name: last?.by.name ?? '', version })}
      description={
        <>
          {last && <p>{say('conflict.what', { time: dayAndTime(last.at, lang), note: last.note })}</p>}
          <h3>{say('conflict.theirs')}</h3>
          <ChangeList changes={changesBetween(draft.base, policy)} />
          {both.length > 0 && (
            <>
              <h3>{say('conflict.both')}</h3>
              <ChangeList changes={both} />
            </>
          )}
          <div className="policy-acts">
            <Button
              type="primary"
              data-testid="policy-merge"
              onClick={() => begin({ version, base: policy, mine: merged })}
            >
              {say('conflict.merge')}
            </Button>
            <Button onClick={() => begin(draftOf(newer))}>{say('conflict.take')}</Button>
          </div>
        </>
      }
    />
  );
}
