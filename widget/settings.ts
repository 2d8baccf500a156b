import type { WidgetLang } from './lang.ts';
import { langOf } from './lang.ts';

/** What the embedding tag says. */
export interface Settings {
  /** The desk's origin: where the script came from. */
  desk: string;
  shop: string;
  /** The shop's signed token for a signed-in customer. */
  identityToken: string | null;
  lang: WidgetLang;
}

/** Null where the tag names no shop. */
export function readSettings(script: HTMLScriptElement): Settings | null {
  const { shop, identity, lang } = script.dataset;
  if (!shop) return null;
  const spoken = lang || document.documentElement.lang || navigator.language;
  return {
    desk: new URL(script.src).origin,
    shop,
    identityToken: identity || null,
    lang: langOf(spoken),
  };
}
