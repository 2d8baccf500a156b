import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import './parts.css';
import './page-frame.css';

interface Props {
  testId: string;
  /** Stands below while the page scrolls. */
  foot: ReactNode;
  children: ReactNode;
}

/** A page of settings with its bar for saving below. */
export function PageFrame({ testId, foot, children }: Props) {
  return (
    <main className="settings-frame" data-testid={testId}>
      <div className="settings-frame-scroll">
        <div className="settings-frame-body">{children}</div>
      </div>
      {foot}
    </main>
  );
}

export function LoadingPage({ label }: { label: string }) {
  return (
    <main className="settings-frame" aria-busy aria-label={label}>
      <Skeleton className="settings-frame-body" title={{ width: '20%' }} paragraph={{ rows: 10 }} />
    </main>
  );
}
