import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { StandardAnswer } from '../../../core/api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { StandardSettings } from '../../../core/standard/settings.ts';
import { useMay } from '../../app/session.ts';
import { draftOf, followed, type Draft } from './draft.ts';
import { problemsIn, problemsOfRefusal, type FieldProblems } from './field-problems.ts';
import { changesBetween, type Change } from './settings-changes.ts';

interface Held {
  draft: Draft;
  /** As they are being written. */
  settings: StandardSettings;
  /** What differs from what is saved. */
  changes: readonly Change[];
  problems: FieldProblems;
  readOnly: boolean;
  /** What somebody else saved while both sides have changed something; null: nothing of the kind. */
  newer: StandardAnswer | null;
  change(how: (settings: StandardSettings) => StandardSettings): void;
  begin(draft: Draft): void;
  /** Shows what the server said to these settings, at its fields. */
  refuse(refusal: Refusal): void;
}

const Context = createContext<Held | null>(null);

/** The settings as they are being changed here, beside what is saved. */
export function DraftProvider({ saved, children }: { saved: StandardAnswer; children: ReactNode }) {
  const may = useMay();
  const readOnly = !may('standard.write');
  const [held, setDraft] = useState(() => draftOf(saved));
  const [refused, setRefused] = useState<{ settings: StandardSettings; problems: FieldProblems } | null>(
    null,
  );
  const draft = followed(held, saved);
  if (draft !== held) setDraft(draft);

  const change = useCallback<Held['change']>(
    (how) => setDraft((now) => ({ ...now, mine: how(now.mine) })),
    [],
  );

  const value = useMemo<Held>(() => {
    const { base, mine, version } = draft;
    const problems = refused?.settings === mine ? refused.problems : problemsIn(mine);
    return {
      draft,
      settings: mine,
      changes: changesBetween(base, mine),
      problems,
      readOnly,
      newer: saved.version > version ? saved : null,
      change,
      begin: setDraft,
      refuse: (refusal) => setRefused({ settings: mine, problems: problemsOfRefusal(refusal) }),
    };
  }, [draft, saved, refused, readOnly, change]);
  return <Context value={value}>{children}</Context>;
}

export function useDraft(): Held {
  const held = useContext(Context);
  if (!held) throw new Error('useDraft outside of DraftProvider');
  return held;
}
