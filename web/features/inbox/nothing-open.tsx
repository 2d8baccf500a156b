import { usePreferences } from '../../app/preferences.tsx';

export function NothingOpen() {
  const { t } = usePreferences();
  return (
    <main className="inbox-nothing centred">
      <h2>{t('thread.none.title')}</h2>
      <p>{t('thread.none.what')}</p>
    </main>
  );
}
