import { Button, Popconfirm } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { policyProblemWords } from '../../../../core/words/policy-problems.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useDraft } from './draft-provider.tsx';
import { useSettingsWords } from './settings-words.ts';

const PreviewDrawer = lazy(() =>
  import('./preview-drawer.tsx').then((module) => ({ default: module.PreviewDrawer })),
);

/** Stands below the page while something is changed. Nothing is saved from here but through the preview. */
export function SaveBar() {
  const say = useSettingsWords();
  const { lang } = usePreferences();
  const { draft, changes, problems, newer, begin } = useDraft();
  const [previewing, setPreviewing] = useState(false);
  const first = problems.values().next().value;
  return (
    <>
      {changes.length > 0 && (
        <div className="policy-bar" role="status" data-testid="policy-bar">
          <span>{say('bar.changes', { count: changes.length })}</span>
          {newer ? (
            <span className="policy-bar-problem">{say('bar.newer', { version: newer.version })}</span>
          ) : (
            first && <span className="policy-bar-problem">{policyProblemWords(first, lang)}</span>
          )}
          <span className="policy-bar-acts">
            <Popconfirm
              title={say('bar.discard.sure')}
              onConfirm={() => begin({ ...draft, mine: draft.base })}
            >
              <Button data-testid="policy-discard">{say('bar.discard')}</Button>
            </Popconfirm>
            <Button
              type="primary"
              data-testid="policy-preview"
              disabled={problems.size > 0 || newer !== null}
              onClick={() => setPreviewing(true)}
            >
              {say('bar.preview')}
            </Button>
          </span>
        </div>
      )}
      {previewing && (
        <Suspense>
          <PreviewDrawer onClose={() => setPreviewing(false)} />
        </Suspense>
      )}
    </>
  );
}
