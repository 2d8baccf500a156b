import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { StandardAnswer } from '../../../core/api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { StandardSettings } from '../../../core/standard/settings.ts';
import { useMay } from '../../app/session.ts';
import { useDraftOf, type DraftOf } from '../versions/use-draft-of.ts';
import { problemsIn, problemsOfRefusal, type FieldProblems } from './field-problems.ts';
import { changesBetween, type Change } from './settings-changes.ts';

interface Held extends Omit<DraftOf<StandardSettings, Change>, 'isBehind'> {
  /** As they are being written. */
  settings: StandardSettings;
  problems: FieldProblems;
  readOnly: boolean;
  /** What somebody else saved while both sides have changed something; null: nothing of the kind. */
  newer: StandardAnswer | null;
  /** Shows what the server said to these settings, at its fields. */
  refuse(refusal: Refusal): void;
}

const Context = createContext<Held | null>(null);

/** The settings as they are being changed here, beside what is saved. */
export function DraftProvider({ saved, children }: { saved: StandardAnswer; children: ReactNode }) {
  const may = useMay();
  const readOnly = !may('standard.write');
  const held = useDraftOf(saved, changesBetween);
  const [refused, setRefused] = useState<{ settings: StandardSettings; problems: FieldProblems } | null>(
    null,
  );
  const value = useMemo<Held>(() => {
    const { mine } = held.draft;
    return {
      ...held,
      settings: mine,
      problems: refused?.settings === mine ? refused.problems : problemsIn(mine),
      readOnly,
      newer: held.isBehind ? saved : null,
      refuse: (refusal) => setRefused({ settings: mine, problems: problemsOfRefusal(refusal) }),
    };
  }, [held, saved, refused, readOnly]);
  return <Context value={value}>{children}</Context>;
}

export function useDraft(): Held {
  const held = useContext(Context);
  if (!held) throw new Error('useDraft outside of DraftProvider');
  return held;
}
