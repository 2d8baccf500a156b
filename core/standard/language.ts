/** The language a customer writes: what is proposed to the agent should answer in it. */
import type { Lang, Turn } from './facts.ts';

/** null: nothing said yet tells. */
export function spokenBy(turns: readonly Pick<Turn, 'from' | 'text'>[]): Lang | null {
  return turns.reduceRight<Lang | null>(
    (known, { from, text }) => known ?? (from === 'customer' ? writtenIn(text) : null),
    null,
  );
}

/** null: no words. */
export function writtenIn(text: string): Lang | null {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return /\p{L}/u.test(text) ? 'en' : null;
}
