/** Whose file it is, and which column is which field, by the names in its first row. */
import type { ImportKind, Mapping } from './fields.ts';
import { requiredOf } from './fields.ts';
import type { Source } from './sources.ts';
import { layouts } from './sources.ts';

export interface Guess {
  source: Source;
  mapping: Mapping;
}

export function guessMapping(kind: ImportKind, header: readonly string[]): Guess {
  const byName = new Map(header.map((name) => [plain(name), name]));
  const guesses = layouts
    .filter((layout) => layout.kind === kind)
    .map(({ source, names }) => {
      const mapping: Mapping = {};
      for (const [field, known = []] of Object.entries(names)) {
        const column = known.map((name) => byName.get(plain(name))).find((name) => name !== undefined);
        if (column !== undefined) mapping[field] = column;
      }
      return { source, mapping };
    })
    .filter(({ mapping }) => requiredOf(kind).some((field) => field in mapping));
  // Of two that know as many columns the platform's own is the likelier: our template shares names with all of them.
  const known = ({ mapping }: Guess) => new Set(Object.values(mapping)).size;
  const [best] = guesses.toSorted((a, b) => known(b) - known(a) || own(a) - own(b));
  return best ?? { source: 'other', mapping: {} };
}

export const missingFields = (kind: ImportKind, mapping: Mapping): string[] =>
  requiredOf(kind).filter((field) => !mapping[field]);

const own = ({ source }: Guess) => (source === 'yinuo' ? 1 : 0);

/** Names differ in width, case and blanks: `收货地址 `, `商品总价（元）`. */
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s\ufeff"'=]/g, '')
    .toLowerCase();
