import { Button, Popconfirm } from 'antd';
import { Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { conflictId } from './conflict-notice.tsx';
import { useVersionsWords } from './words.ts';
import './save-bar.css';

interface Props {
  /** How many places were changed. */
  count: number;
  /** The version that somebody else saved meanwhile. */
  newer: number | null;
  /** What is to be mended first. */
  problem: ReactNode;
  onDiscard(): void;
  Preview: ComponentType<{ onClose(): void }>;
}

/** Stands below the page while something is changed. Nothing is saved from here but through the preview. */
export function SaveBar({ count, newer, problem, onDiscard, Preview }: Props) {
  const t = useVersionsWords();
  const [previewing, setPreviewing] = useState(false);
  return (
    <>
      {count > 0 && (
        <div className="save-bar" role="status" data-testid="save-bar">
          <span>{t('bar.changes', { count })}</span>
          {newer === null ? (
            problem && (
              <span className="bar-problems" data-testid="bar-problems">
                {problem}
              </span>
            )
          ) : (
            <Newer version={newer} />
          )}
          <span className="bar-acts">
            <Popconfirm title={t('bar.discard.sure')} onConfirm={onDiscard}>
              <Button data-testid="discard">{t('bar.discard')}</Button>
            </Popconfirm>
            <Button
              type="primary"
              data-testid="preview"
              disabled={Boolean(problem) || newer !== null}
              onClick={() => setPreviewing(true)}
            >
              {t('bar.preview')}
            </Button>
          </span>
        </div>
      )}
      {previewing && (
        <Suspense>
          <Preview onClose={() => setPreviewing(false)} />
        </Suspense>
      )}
    </>
  );
}

function Newer({ version }: { version: number }) {
  const t = useVersionsWords();
  const look = () => document.getElementById(conflictId)?.scrollIntoView({ block: 'center' });
  return (
    <span className="bar-problems">
      {t('bar.newer', { version })}
      <Button size="small" type="link" onClick={look}>
        {t('bar.newer.look')}
      </Button>
    </span>
  );
}
