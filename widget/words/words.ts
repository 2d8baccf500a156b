import type { zh } from './zh.ts';

/** Everything the widget says but what `more/` and `card/` do; the other languages have the same keys by their type. */
export type Words = typeof zh;
