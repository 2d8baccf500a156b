/** What a source says of something that the desk changed, against what it had said then. Pure. */

export type Said<Name extends string> = Partial<Record<Name, string | number | null>>;

export interface Changed<Name extends string> {
  /** By the source, when it was changed. */
  source: Said<Name>;
  /** At the desk. */
  made: Said<Name>;
  changedAt: number;
}

export type SourceWord<Name extends string> =
  /** `source`: what it is held against from now on. */
  { word: 'stands'; source: Said<Name> } | { word: 'overtaken' };

/**
 * The desk's change stands while the source says what it had said, or the same as the desk; what it says anew and later
 * takes its place. `toldAt`: when the source changed it, by its own clock; null: a file, which tells no time.
 */
export function sourceWord<Name extends string>(
  told: Said<Name>,
  { source, made, changedAt }: Changed<Name>,
  toldAt: number | null,
): SourceWord<Name> {
  const said = Object.fromEntries(
    Object.entries<string | number | null | undefined>(told).filter(([, value]) => says(value)),
  ) as Said<Name>;
  const names = Object.keys(said) as Name[];
  const isLate = toldAt !== null && toldAt <= changedAt;
  // Written before the change, though it was read only now.
  if (isLate) return { word: 'stands', source: { ...source, ...said } };
  const isNew = names.some((name) => !same(said[name], source[name]) && !same(said[name], made[name]));
  if (isNew) return { word: 'overtaken' };
  // A file may be an old one: what it says of the desk's own word is no step that it could take back.
  const taken = toldAt !== null && names.length > 0 && names.every((name) => same(said[name], made[name]));
  return { word: 'stands', source: taken ? { ...source, ...said } : source };
}

/** Starred-out parts say nothing: one file of a source shows what another hides. */
const says = (value: string | number | null | undefined): boolean =>
  value !== null && value !== undefined && !String(value).includes('*');

const same = (a: string | number | null | undefined, b: string | number | null | undefined): boolean =>
  plain(a) === plain(b);
const plain = (value: string | number | null | undefined) => String(value ?? '').replaceAll(/[\s-]/g, '');
