import { Button, Popconfirm } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { refusalWords } from '../../../core/words/refusals.ts';
import { useDraft } from './draft-provider.tsx';
import { useStandardWords } from './words.ts';

const PreviewDrawer = lazy(() =>
  import('./preview-drawer.tsx').then((module) => ({ default: module.PreviewDrawer })),
);

/** Stands below the page while something is changed. Nothing is saved from here but through the preview. */
export function SaveBar() {
  const { lang } = usePreferences();
  const t = useStandardWords();
  const { draft, changes, problems, newer, begin } = useDraft();
  const [previewing, setPreviewing] = useState(false);
  const count = changes.length;
  const first = problems.values().next().value;
  return (
    <>
      {count > 0 && (
        <div className="save-bar" role="status" data-testid="save-bar">
          <span>{t('bar.changes', { count })}</span>
          {first && (
            <span className="bar-problems" data-testid="bar-problems">
              {t('bar.problems', { count: problems.size })}{' '}
              {refusalWords({ code: 'invalid', problems: [first] }, lang)}
            </span>
          )}
          <span className="bar-acts">
            <Popconfirm
              title={t('bar.discard.sure')}
              onConfirm={() => begin({ ...draft, mine: draft.base })}
            >
              <Button data-testid="discard">{t('bar.discard')}</Button>
            </Popconfirm>
            <Button
              type="primary"
              data-testid="preview"
              disabled={problems.size > 0 || newer !== null}
              onClick={() => setPreviewing(true)}
            >
              {t('bar.preview')}
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
