/** Settings of which every version is kept: one that somebody is changing, and the version that they began with. Pure. */
export interface Draft<Settings> {
  version: number;
  /** As they were at that version. */
  base: Settings;
  mine: Settings;
}

export interface Saved<Settings> {
  version: number;
  settings: Settings;
}

/** One change a place; none: they are the same. */
export type ChangesBetween<Settings, Change> = (before: Settings, after: Settings) => readonly Change[];

export const draftOf = <Settings>({ version, settings }: Saved<Settings>): Draft<Settings> => ({
  version,
  base: settings,
  mine: settings,
});

/**
 * The draft beside what is saved now: where I have changed nothing I follow; where a new version has the same settings
 * (a rule was restored) I go on from it. The same draft where both have changed: that is for a person to settle.
 */
export function followed<Settings>(
  draft: Draft<Settings>,
  saved: Saved<Settings>,
  changesBetween: ChangesBetween<Settings, unknown>,
): Draft<Settings> {
  if (saved.version <= draft.version) return draft;
  const { base, mine } = draft;
  const isSame = (one: Settings, other: Settings) => changesBetween(one, other).length === 0;
  // Also where what I have is what is saved: my own saving, whose answer is still on its way.
  if (isSame(base, mine) || isSame(mine, saved.settings)) return draftOf(saved);
  return isSame(base, saved.settings) ? { ...draft, version: saved.version } : draft;
}
