import type { Lang } from '../../core/standard/facts.ts';
import { LanguageIcon, MoonIcon, SunIcon } from '../lib/icons.tsx';
import { usePreferences } from './preferences.tsx';

/** @param onChange told where somebody is signed in, so that it holds at their other computers */
export function LanguageButton({ onChange }: { onChange?(lang: Lang): void }) {
  const { t, lang, change } = usePreferences();
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="quiet-button"
      data-testid="language"
      title={t('language.change')}
      onClick={() => {
        change({ chosenLang: other });
        onChange?.(other);
      }}
    >
      <LanguageIcon />
      <span>{t('language.other')}</span>
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
