import { mayAnyStandIn } from '../sieve.ts';
import type { TextView } from '../text.ts';
import type { Clause } from './clauses.ts';
import type { SoothingKind } from './kinds.ts';
import { englishSoothing, soothesInEnglish } from './soothing.en.ts';
import { chineseSoothing, soothesInChinese } from './soothing.zh.ts';

export interface Soothing {
  kind: SoothingKind;
  clause: Clause;
}

const latin = /[a-z]{2}/;
const han = /[\u3400-\u9fff]/;

const all = [...chineseSoothing, ...englishSoothing];

export const maySoothe = (view: TextView): boolean => mayAnyStandIn(view.text, all);

/** The clauses that soothe. */
export function soothingIn(clauses: readonly Clause[]): Soothing[] {
  const found: Soothing[] = [];
  for (const clause of clauses) {
    const { text } = clause;
    const kind =
      (han.test(text) ? soothesInChinese(clause) : null) ??
      (latin.test(text) ? soothesInEnglish(clause) : null);
    if (kind) found.push({ kind, clause });
  }
  return found;
}
