import { LanguageIcon, MoonIcon, SunIcon } from '../lib/icons.tsx';
import { usePreferences } from './preferences.tsx';

export function LanguageButton() {
  const { t, lang, change } = usePreferences();
  return (
    <button
      type="button"
      className="quiet-button"
      data-testid="language"
      title={t('language.change')}
      onClick={() => change({ lang: lang === 'zh' ? 'en' : 'zh' })}
    >
      <LanguageIcon />
      {t('language.other')}
    </button>
  );
}

export function AppearanceButton() {
  const { t, dark, change } = usePreferences();
  const title = t(dark ? 'appearance.toLight' : 'appearance.toDark');
  return (
    <button
      type="button"
      className="quiet-button"
      data-testid="appearance"
      title={title}
      aria-label={title}
      onClick={() => change({ appearance: dark ? 'light' : 'dark' })}
    >
      {dark ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
