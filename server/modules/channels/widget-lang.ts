import { z } from 'zod';

/** What the widget speaks. */
export const widgetLang = z.enum(['zh-CN', 'zh-TW', 'en']);
export type WidgetLang = z.output<typeof widgetLang>;
