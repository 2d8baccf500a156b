import type { Lang } from '../../core/standard/facts.ts';
import { en } from './en.ts';
import type { Words } from './zh.ts';
import { zh } from './zh.ts';

export type { Words };

export const words: Record<Lang, Words> = { zh, en };
