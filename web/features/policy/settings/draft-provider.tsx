import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { PolicyAnswer } from '../../../../core/commerce/policy-api.ts';
import type { Policy } from '../../../../core/commerce/policy/policy.ts';
import { type PolicyProblem, readPolicy } from '../../../../core/commerce/policy/policy-problems.ts';
import { useMay } from '../../../app/session.ts';
import {
  changed,
  changesBetween,
  draftOf,
  followed,
  type PolicyChange,
  type PolicyDraft,
  type Value,
} from './policy-draft.ts';

interface Held {
  draft: PolicyDraft;
  changes: readonly PolicyChange[];
  /** By field: what is wrong with it. */
  problems: ReadonlyMap<string, PolicyProblem>;
  readOnly: boolean;
  /** What somebody else saved while I changed something; null: nothing of the kind. */
  newer: PolicyAnswer | null;
  set(field: string, value: Value): void;
  take(policy: Policy): void;
  begin(draft: PolicyDraft): void;
}

const Context = createContext<Held | null>(null);

export function DraftProvider({ saved, children }: { saved: PolicyAnswer; children: ReactNode }) {
  const may = useMay();
  const readOnly = !may('policy.write');
  const [held, begin] = useState(() => draftOf(saved));
  const draft = followed(held, saved);
  if (draft !== held) begin(draft);
  const value = useMemo<Held>(() => {
    const read = readPolicy(draft.mine);
    return {
      draft,
      changes: changesBetween(draft.base, draft.mine),
      problems: new Map('problems' in read ? read.problems.map((one) => [one.field, one]) : []),
      readOnly,
      newer: saved.version > draft.version ? saved : null,
      set: (field, next) => begin((now) => ({ ...now, mine: changed(now.mine, field, next) })),
      take: (policy) => begin((now) => ({ ...now, mine: policy })),
      begin,
    };
  }, [draft, saved, readOnly]);
  return <Context value={value}>{children}</Context>;
}

export function useDraft(): Held {
  const held = useContext(Context);
  if (!held) throw new Error('useDraft outside of DraftProvider');
  return held;
}
