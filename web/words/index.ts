import type { Lang } from '../../core/standard/facts.ts';
import { en } from './en.ts';
import { zh } from './zh-CN.ts';

export type WordKey = keyof typeof zh;
export type Params = Record<string, string | number>;
export type Translate = (key: WordKey, params?: Params) => string;

const catalogues: Record<Lang, Record<WordKey, string>> = { zh, en };

/** The sentence of a key, `{names}` filled in. */
export function translator(lang: Lang): Translate {
  const words = catalogues[lang];
  return (key, params = {}) =>
    words[key].replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}
