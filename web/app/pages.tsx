import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { isNotFetched, sentence } from '../lib/failure.ts';
import { usePreferences } from './preferences.tsx';

export function LoadingPage() {
  const { t } = usePreferences();
  return (
    <div className="centred" role="status">
      <p>{t('page.loading')}</p>
    </div>
  );
}

export function NotFoundPage() {
  const { t } = usePreferences();
  return (
    <div className="centred">
      <h1>{t('page.notFound.title')}</h1>
      <p>{t('page.notFound.what')}</p>
      <Link to="/inbox">{t('page.toInbox')}</Link>
    </div>
  );
}

export function FailedPage({ error, reset }: ErrorComponentProps) {
  const { t, lang } = usePreferences();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const again = () => {
    // The browser keeps a failed part as failed for as long as the page stands.
    if (isNotFetched(error)) return location.reload();
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <div className="centred" role="alert">
      <h1>{t('page.failed.title')}</h1>
      <p>{sentence(error, lang)}</p>
      <Button type="primary" onClick={again}>
        {t('action.tryAgain')}
      </Button>
    </div>
  );
}
