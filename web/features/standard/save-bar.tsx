import { Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { Suspense, useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import type { Problem } from '../../../core/refusal.ts';
import { Refused } from '../../../core/refusal.ts';
import { sentence } from '../../lib/failure.ts';
import { conflictId } from './conflict-notice.tsx';
import { useDraft } from './draft-provider.tsx';
import { useStandardWords } from './words.ts';
import { lazyPart } from '../../lib/lazy-part.ts';
import './save-bar.css';

const PreviewDrawer = lazyPart(() => import('./preview-drawer.tsx'), 'PreviewDrawer');

/** Stands below the page while something is changed. Nothing is saved from here but through the preview. */
export function SaveBar() {
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
          {newer ? (
            <span className="bar-problems">
              {t('bar.newer', { version: newer.version })}
              <Button
                size="small"
                type="link"
                onClick={() => document.getElementById(conflictId)?.scrollIntoView({ block: 'center' })}
              >
                {t('bar.newer.look')}
              </Button>
            </span>
          ) : (
            first && <FirstProblem problem={first} count={problems.size} />
          )}
          <span className="bar-acts">
            <Popconfirm title={t('bar.discard.sure')} onConfirm={() => begin({ ...draft, mine: draft.base })}>
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

/** What is to be mended first, and the way there. */
function FirstProblem({ problem, count }: { problem: Problem; count: number }) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  return (
    <span className="bar-problems" data-testid="bar-problems">
      {t('bar.problems', { count })}{' '}
      <Link to="/settings/standard" search={{ part: partOf(problem.field) }} preload={false}>
        {t('bar.mend')}
      </Link>{' '}
      {sentence(new Refused({ code: 'invalid', problems: [problem] }), lang)}
    </span>
  );
}

function partOf(field: string): string {
  if (field.startsWith('phrases')) return 'phrases';
  return /^(?:rules|channels)\b/.test(field) ? 'rules' : 'scoring';
}
