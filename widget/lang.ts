export type WidgetLang = 'zh-CN' | 'zh-TW' | 'en';

/** The widget's language for what a page or a browser says of itself: `zh-Hant-HK`, `en-GB`; Chinese for all others. */
export function langOf(spoken: string): WidgetLang {
  if (/^en/i.test(spoken)) return 'en';
  return /^zh[-_](hant|tw|hk|mo)/i.test(spoken) ? 'zh-TW' : 'zh-CN';
}
