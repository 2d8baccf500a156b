import { useState } from 'react';
import { inboxViews, type InboxFilter, type InboxView } from '../../../core/conversations/inbox.ts';
import type { Permission } from '../../../core/team/roles.ts';
import { useMe } from '../../app/session.ts';
import { browserShelf } from '../../lib/storage.ts';

/** Which list of the inbox is shown, and what of it. */
export interface Choice {
  view: InboxView;
  filter: InboxFilter;
}

const shelfKey = 'yinuo.inbox-choice';

/** The list that stands in front when the desk opens. */
export const choiceAtStart = ({ permissions }: { permissions: readonly Permission[] }): Choice =>
  remembered() ?? { view: permissions.includes('conversations.reply') ? 'mine' : 'all', filter: {} };

/** Kept by the browser: a reload shows the same list. */
export function useChoice(): [Choice, (choice: Choice) => void] {
  const me = useMe();
  const [choice, setChoice] = useState(() => choiceAtStart(me));
  const change = (next: Choice) => {
    browserShelf.set(shelfKey, JSON.stringify(next));
    setChoice(next);
  };
  return [choice, change];
}

/** What an earlier version left, or somebody's hand, is no choice. */
function remembered(): Choice | null {
  try {
    const { view, filter } = JSON.parse(browserShelf.get(shelfKey) ?? 'null') as Choice;
    return inboxViews.includes(view) && typeof filter === 'object' && filter !== null
      ? { view, filter }
      : null;
  } catch {
    return null;
  }
}

export const isFiltered = (filter: InboxFilter) => Object.keys(filter).length > 0;

export function isSame(a: Choice, b: Choice): boolean {
  const written = ({ view, filter }: Choice) => JSON.stringify([view, Object.entries(filter).toSorted()]);
  return written(a) === written(b);
}
