import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Lang } from '../../core/standard/facts.ts';
import type { antdWords as antdTraditional } from './traditional.ts';
import { browserShelf } from '../lib/storage.ts';
import { useMedia } from '../lib/use-media.ts';
import { translator, writeIn, type Translate } from '../words/index.ts';

export type Appearance = 'system' | 'light' | 'dark';

export interface Preferences {
  /** null: not chosen in this browser; then the signed-in person's own, or the browser's. */
  chosenLang: Lang | null;
  appearance: Appearance;
  /** A soft tone with each new alert. */
  sound: boolean;
  /** Chinese in traditional characters. */
  traditional: boolean;
  /** The system's own notifications while nobody looks at the desk. */
  notify: boolean;
  /** They say who, never what. */
  privateNotifications: boolean;
  /** One letter does something while nobody is typing. */
  singleKeys: boolean;
}

interface Held extends Preferences {
  lang: Lang;
  t: Translate;
  dark: boolean;
  /** Ant Design's words, where the script has its own. */
  antdWords: AntdWords | null;
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
  const antdWords = useScript(lang === 'zh' && preferences.traditional);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const dark = preferences.appearance === 'system' ? systemDark : preferences.appearance === 'dark';

  useEffect(() => {
    document.documentElement.lang = lang === 'en' ? 'en' : antdWords ? 'zh-TW' : 'zh-CN';
    document.documentElement.dataset.appearance = dark ? 'dark' : 'light';
  }, [lang, dark, antdWords]);

  const held = useMemo<Held>(
    () => ({
      ...preferences,
      lang,
      t: translator(lang),
      adopt,
      dark,
      antdWords,
      change(some) {
        const next = { ...preferences, ...some };
        browserShelf.set(shelfKey, JSON.stringify(next));
        setPreferences(next);
      },
    }),
    [preferences, lang, dark, antdWords],
  );
  return <Context value={held}>{children}</Context>;
}

export function usePreferences(): Held {
  const held = useContext(Context);
  if (!held) throw new Error('usePreferences outside of PreferencesProvider');
  return held;
}

type AntdWords = typeof antdTraditional;

/** Until the conversion is here the words stay simplified. */
function useScript(traditional: boolean): AntdWords | null {
  const [loaded, setLoaded] = useState<AntdWords | null>(null);
  useEffect(() => {
    let wanted = true;
    if (traditional)
      void import('./traditional.ts').then(({ toTraditional, antdWords }) => {
        if (!wanted) return;
        writeIn(toTraditional);
        setLoaded(antdWords);
      });
    return () => {
      wanted = false;
      writeIn((text) => text);
      setLoaded(null);
    };
  }, [traditional]);
  return loaded;
}

function remembered(): Preferences {
  const own: Preferences = {
    chosenLang: null,
    appearance: 'system',
    sound: false,
    traditional: false,
    notify: false,
    privateNotifications: true,
    singleKeys: true,
  };
  try {
    return { ...own, ...(JSON.parse(browserShelf.get(shelfKey) ?? '{}') as Partial<Preferences>) };
  } catch {
    return own;
  }
}

/** Chinese unless the browser asks for another language first. */
const browserLang = (): Lang => (/^zh|^$/i.test(navigator.language ?? '') ? 'zh' : 'en');
