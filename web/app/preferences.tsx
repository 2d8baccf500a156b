import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Lang } from '../../core/standard/facts.ts';
import { browserShelf } from '../lib/storage.ts';
import { translator, type Translate } from '../words/index.ts';

export type Appearance = 'system' | 'light' | 'dark';

export interface Preferences {
  /** null: not chosen in this browser; then the signed-in person's own, or the browser's. */
  chosenLang: Lang | null;
  appearance: Appearance;
  /** A soft tone with each new alert. */
  sound: boolean;
}

interface Held extends Preferences {
  lang: Lang;
  t: Translate;
  dark: boolean;
  change(some: Partial<Preferences>): void;
  /** The language that somebody has at every computer, where this browser has no choice of its own. */
  adopt(lang: Lang): void;
}

const shelfKey = 'yinuo.preferences';
const Context = createContext<Held | null>(null);

/** Language, appearance and sound of this browser. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(remembered);
  const [ownLang, adopt] = useState(browserLang);
  const lang = preferences.chosenLang ?? ownLang;
  const systemDark = useSyncExternalStore(watchSystem, () => systemScheme.matches);
  const dark = preferences.appearance === 'system' ? systemDark : preferences.appearance === 'dark';

  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset.appearance = dark ? 'dark' : 'light';
  }, [lang, dark]);

  const held = useMemo<Held>(
    () => ({
      ...preferences,
      lang,
      t: translator(lang),
      adopt,
      dark,
      change(some) {
        const next = { ...preferences, ...some };
        browserShelf.set(shelfKey, JSON.stringify(next));
        setPreferences(next);
      },
    }),
    [preferences, lang, dark],
  );
  return <Context value={held}>{children}</Context>;
}

export function usePreferences(): Held {
  const held = useContext(Context);
  if (!held) throw new Error('usePreferences outside of PreferencesProvider');
  return held;
}

const systemScheme = matchMedia('(prefers-color-scheme: dark)');

function watchSystem(listener: () => void): () => void {
  systemScheme.addEventListener('change', listener);
  return () => systemScheme.removeEventListener('change', listener);
}

function remembered(): Preferences {
  const own: Preferences = { chosenLang: null, appearance: 'system', sound: false };
  try {
    return { ...own, ...(JSON.parse(browserShelf.get(shelfKey) ?? '{}') as Partial<Preferences>) };
  } catch {
    return own;
  }
}

/** Chinese unless the browser asks for another language first. */
const browserLang = (): Lang => (/^zh|^$/i.test(navigator.language ?? '') ? 'zh' : 'en');
