import { Alert, Button } from 'antd';
import type { StandardAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { dayAndTime } from '../../lib/format.ts';
import { useMessage } from '../../lib/use-message.ts';
import { ChangeList } from './change-list.tsx';
import { draftOf } from './draft.ts';
import { useDraft } from './draft-provider.tsx';
import { changesBetween, rebased } from './settings-changes.ts';
import { useStandardWords } from './words.ts';

export const conflictId = 'standard-conflict';

/** Somebody saved another version meanwhile: whose, what it changed, and mine are kept until I say what becomes of them. */
export function ConflictNotice({ newer }: { newer: StandardAnswer }) {
  const t = useStandardWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const { draft, begin } = useDraft();
  const { version, settings, history } = newer;
  const last = history[0];
  const merged = rebased(draft.base, draft.mine, settings);
  const merge = () => {
    begin({ version, base: settings, mine: merged.settings });
    message.success(t('conflict.merged', { version }));
  };
  return (
    <Alert
      type="warning"
      role="alert"
      id={conflictId}
      data-testid="conflict"
      title={t('conflict.title', { name: last?.by?.name ?? t('conflict.desk'), version })}
      description={
        <>
          {last && (
            <p>
              {t('conflict.what', {
                time: dayAndTime(last.at, lang),
                note: last.note || t('history.noNote'),
              })}
            </p>
          )}
          <h3>{t('conflict.theirs')}</h3>
          <ChangeList changes={changesBetween(draft.base, settings)} />
          {merged.conflicts.length > 0 && (
            <>
              <h3>{t('conflict.both')}</h3>
              <ChangeList changes={merged.conflicts} />
            </>
          )}
          <div className="conflict-acts">
            <Button type="primary" data-testid="conflict-merge" onClick={merge}>
              {t('conflict.merge')}
            </Button>
            <Button data-testid="conflict-take" onClick={() => begin(draftOf(newer))}>
              {t('conflict.take')}
            </Button>
          </div>
        </>
      }
    />
  );
}
