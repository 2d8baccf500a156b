import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';

interface Props<T> {
  query: { data: T | undefined; error: Error | null; refetch(): unknown };
  /** What could not be read. */
  failed: string;
  children(data: T): ReactNode;
}

/** What was asked for; until it is here its outline, and where it was not read why, and once more. */
export function Answer<T>({ query: { data, error, refetch }, failed, children }: Props<T>) {
  const { t, lang } = usePreferences();
  if (data !== undefined) return children(data);
  if (error === null) return <Skeleton paragraph={{ rows: 8 }} aria-busy aria-label={t('page.loading')} />;
  return (
    <div className="orders-nothing" role="alert">
      <h2>{failed}</h2>
      <p>{sentence(error, lang)}</p>
      <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
    </div>
  );
}

export function Nothing({ title, what }: { title: string; what: string }) {
  return (
    <div className="orders-nothing" role="status">
      <h2>{title}</h2>
      <p>{what}</p>
    </div>
  );
}
