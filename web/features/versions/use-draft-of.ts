import { useMemo, useState } from 'react';
import { draftOf, followed, type ChangesBetween, type Draft, type Saved } from './draft.ts';

export interface DraftOf<Settings, Change> {
  draft: Draft<Settings>;
  /** What differs from what is saved. */
  changes: readonly Change[];
  /** Somebody else saved while both sides have changed something. */
  isBehind: boolean;
  begin(draft: Draft<Settings>): void;
  /** Takes other settings as mine; they are previewed and saved as any change is. */
  change(how: (mine: Settings) => Settings): void;
}

/** Settings as they are being changed on a page, beside what is saved. */
export function useDraftOf<Settings, Change>(
  saved: Saved<Settings>,
  changesBetween: ChangesBetween<Settings, Change>,
): DraftOf<Settings, Change> {
  const [held, begin] = useState(() => draftOf(saved));
  const draft = followed(held, saved, changesBetween);
  if (draft !== held) begin(draft);
  const isBehind = saved.version > draft.version;
  return useMemo(
    () => ({
      draft,
      changes: changesBetween(draft.base, draft.mine),
      isBehind,
      begin,
      change: (how) => begin((now) => ({ ...now, mine: how(now.mine) })),
    }),
    [draft, isBehind, changesBetween],
  );
}
