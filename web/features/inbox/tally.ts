/**
 * The numbers above the lists. A page's answer and the events travel apart: either may overtake the other, so every
 * number says up to which place in the log it counts. Pure.
 */
import type { InboxPage } from '../../../core/api.ts';
import { type Cursor, isLater } from '../../../core/wire.ts';

export type Counts = InboxPage['counts'];

export interface Tally {
  counts: Counts;
  /** What a page counted up to; null: none has yet. */
  upTo: Cursor | null;
  /** The latest batches of events, oldest first: what each changed, and the place in the log behind it. */
  changes: readonly { behind: Cursor; change: Counts }[];
}

export const nothing: Counts = { mine: 0, waiting: 0, risk: 0, snoozed: 0, unread: 0 };
export const noTally: Tally = { counts: nothing, upTo: null, changes: [] };

/** More are not on their way past one answer. */
const kept = 100;

/** An answer that is no newer than the last one says nothing; what happened after it comes on top. */
export function recount(tally: Tally, counted: Pick<InboxPage, 'counts' | 'cursor'>): Tally {
  const { cursor } = counted;
  if (tally.upTo !== null && !isLater(cursor, tally.upTo)) return tally;
  const changes = tally.changes.filter(({ behind }) => isLater(behind, cursor));
  return {
    counts: changes.reduce((sum, { change }) => add(sum, change), counted.counts),
    upTo: cursor,
    changes,
  };
}

/** What a page has counted already isn't counted again. */
export function count(tally: Tally, change: Counts, behind: Cursor): Tally {
  if (tally.upTo !== null && !isLater(behind, tally.upTo)) return tally;
  return {
    ...tally,
    counts: add(tally.counts, change),
    changes: [...tally.changes, { behind, change }].slice(-kept),
  };
}

function add(a: Counts, b: Counts): Counts {
  return {
    mine: a.mine + b.mine,
    waiting: a.waiting + b.waiting,
    risk: a.risk + b.risk,
    snoozed: a.snoozed + b.snoozed,
    unread: a.unread + b.unread,
  };
}
