import { Button } from 'antd';
import { usePreferences } from '../app/preferences.tsx';
import { sentence } from './failure.ts';

/** In place of a page whose data was not read: what, why, and the way to try again. */
export function NotRead({ what, error, onAgain }: { what: string; error: Error; onAgain(): void }) {
  const { t, lang } = usePreferences();
  return (
    <main className="centred" role="alert">
      <h1>{what}</h1>
      <p>{sentence(error, lang)}</p>
      <Button onClick={onAgain}>{t('action.tryAgain')}</Button>
    </main>
  );
}
