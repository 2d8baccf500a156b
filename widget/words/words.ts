import type { Lang } from '../../core/standard/facts.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Everything the widget says; English has the same keys by its type. */
export type Words = typeof zh;

export const words: Record<Lang, Words> = { zh, en };
