import type { Lang } from '../../core/standard/facts.ts';
import { en } from './en.ts';
import { zh } from './zh-CN.ts';

export type WordKey = keyof typeof zh;
export type Params = Record<string, string | number>;
export type Translate<Key extends string = WordKey> = (key: Key, params?: Params) => string;

const catalogues: Record<Lang, Record<WordKey, string>> = { zh, en };

export const translator = (lang: Lang): Translate => translatorOf(catalogues[lang]);

/** Gives the sentence of a key, `{names}` filled in. */
export function translatorOf<Key extends string>(words: Record<Key, string>): Translate<Key> {
  return (key, params = {}) =>
    inScript(words[key]).replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}

let script = (text: string): string => text;

/** The desk's own words as this browser shows them: simplified, or converted. What people wrote stays as it is. */
export const inScript = (text: string): string => script(text);

export function writeIn(convert: (text: string) => string): void {
  script = convert;
}
