/** The language a customer writes: what is proposed to the agent should answer in it. */
import type { Lang, Turn } from './facts.ts';

/** null: nothing said yet tells. */
export function spokenBy(turns: readonly Pick<Turn, 'from' | 'text'>[]): Lang | null {
  const last = turns.findLast(({ from, text }) => from === 'customer' && /\p{L}/u.test(text));
  if (!last) return null;
  return /\p{Script=Han}/u.test(last.text) ? 'zh' : 'en';
}
