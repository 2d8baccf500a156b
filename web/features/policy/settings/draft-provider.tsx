import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { PolicyAnswer } from '../../../../core/commerce/policy-api.ts';
import type { Policy } from '../../../../core/commerce/policy/policy.ts';
import { type PolicyProblem, readPolicy } from '../../../../core/commerce/policy/policy-problems.ts';
import { useMay } from '../../../app/session.ts';
import { useDraftOf, type DraftOf } from '../../versions/use-draft-of.ts';
import { changed, changesBetween, type PolicyChange, type Value } from './policy-changes.ts';

interface Held extends Omit<DraftOf<Policy, PolicyChange>, 'isBehind'> {
  /** By field: what is wrong with it. */
  problems: ReadonlyMap<string, PolicyProblem>;
  readOnly: boolean;
  /** What somebody else saved while I changed something; null: nothing of the kind. */
  newer: PolicyAnswer | null;
  set(field: string, value: Value): void;
}

const Context = createContext<Held | null>(null);

export function DraftProvider({ saved, children }: { saved: PolicyAnswer; children: ReactNode }) {
  const may = useMay();
  const readOnly = !may('policy.write');
  const held = useDraftOf({ version: saved.version, settings: saved.policy }, changesBetween);
  const value = useMemo<Held>(() => {
    const read = readPolicy(held.draft.mine);
    return {
      ...held,
      problems: new Map('problems' in read ? read.problems.map((one) => [one.field, one]) : []),
      readOnly,
      newer: held.isBehind ? saved : null,
      set: (field, next) => held.change((mine) => changed(mine, field, next)),
    };
  }, [held, saved, readOnly]);
  return <Context value={value}>{children}</Context>;
}

export function useDraft(): Held {
  const held = useContext(Context);
  if (!held) throw new Error('useDraft outside of DraftProvider');
  return held;
}
