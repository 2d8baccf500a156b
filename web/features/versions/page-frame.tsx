import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
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
    <main className="versioned" data-testid={testId}>
      <div className="versioned-scroll">
        <div className="versioned-body">{children}</div>
      </div>
      {foot}
    </main>
  );
}

export function LoadingPage({ label }: { label: string }) {
  return (
    <main className="versioned" aria-busy aria-label={label}>
      <Skeleton className="versioned-body" title={{ width: '20%' }} paragraph={{ rows: 10 }} />
    </main>
  );
}
