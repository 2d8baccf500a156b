import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { widgetEn } from '../../words/widget.en.ts';
import { widgetZh } from '../../words/widget.zh-CN.ts';

export type WidgetWords = Translate<keyof typeof widgetZh>;

const translators: Record<'zh' | 'en', WidgetWords> = {
  zh: translatorOf(widgetZh),
  en: translatorOf(widgetEn),
};

/** What the settings of the widget say, beside the desk's own words. */
export const useWidgetWords = (): WidgetWords => translators[usePreferences().lang];
