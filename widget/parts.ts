/**
 * What few visitors need stands in files of its own, fetched as modules from the desk. `import()` and not a script
 * element: a page that requires trusted types forbids the element, and its `script-src` has the desk's origin anyway.
 */
import files from 'virtual:parts';
import type * as Card from './card/part.ts';
import type * as More from './more/more.ts';
import type { Settings } from './settings.ts';
import { zh } from './words/zh.ts';
import type { Words } from './words/words.ts';

export const loadMore = (settings: Settings): Promise<typeof More> => load(settings, 'more');

export const loadCard = (settings: Settings): Promise<typeof Card> => load(settings, 'card');

/** Where they can't be had, Chinese is better than nothing. */
export async function loadWords(settings: Settings): Promise<Words> {
  const { lang } = settings;
  if (lang === 'zh-CN') return zh;
  return load<{ words: Words }>(settings, lang).then(
    ({ words }) => words,
    () => zh,
  );
}

function load<Part>({ desk }: Settings, part: keyof typeof files): Promise<Part> {
  return import(/* @vite-ignore */ `${desk}/widget/${files[part]}`) as Promise<Part>;
}
