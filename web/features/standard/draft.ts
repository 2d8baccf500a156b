/** Settings that somebody is changing, and the version that they began with. Pure. */
import type { StandardAnswer } from '../../../core/api.ts';
import type { StandardSettings } from '../../../core/standard/settings.ts';
import { changesBetween } from './settings-changes.ts';

export interface Draft {
  version: number;
  /** As they were at that version. */
  base: StandardSettings;
  mine: StandardSettings;
}

type Saved = Pick<StandardAnswer, 'version' | 'settings'>;

export const draftOf = ({ version, settings }: Saved): Draft => ({ version, base: settings, mine: settings });

export const isChanged = ({ base, mine }: Draft): boolean => changesBetween(base, mine).length > 0;

/**
 * The draft beside what is saved now: where I have changed nothing I follow; where a new version has the same settings
 * (a rule was restored) I go on from it. The same draft where both have changed: that is for a person to settle.
 */
export function followed(draft: Draft, saved: Saved): Draft {
  if (saved.version <= draft.version) return draft;
  const { version, settings } = saved;
  // Also where what I have is what is saved: my own saving, whose answer is still on its way.
  if (!isChanged(draft) || changesBetween(draft.mine, settings).length === 0) return draftOf(saved);
  return changesBetween(draft.base, settings).length === 0 ? { ...draft, version } : draft;
}
