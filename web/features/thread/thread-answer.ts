/** The thread as the page holds it: the server's answer, and what came after and before it. Pure. */
import type { MessagesAnswer, ThreadAnswer } from '../../../core/api.ts';
import { applyToThread } from '../../../core/conversations/thread.ts';
import type { Event } from '../../../core/events.ts';
import type { Cursor } from '../../../core/wire.ts';
import { skips } from '../inbox/rows.ts';

export function folded(before: ThreadAnswer, events: readonly Event[], cursor: Cursor): ThreadAnswer {
  const after = events.reduce((answer, event) => ({ ...answer, ...applyToThread(answer, event) }), before);
  return { ...after, cursor };
}

/** It was out of reach for a while, and what was said meanwhile is not among these. */
export function misses({ conversation }: ThreadAnswer, events: readonly Event[]): boolean {
  let { seq, staffSeq } = conversation;
  return events.some((event) => {
    const skipped = skips({ seq, staffSeq }, event);
    if (event.type === 'message.posted') seq = Math.max(seq, event.seq);
    else if ('staffSeq' in event) staffSeq = Math.max(staffSeq, event.staffSeq);
    return skipped;
  });
}

/** @param before the message they were asked before; where the thread begins elsewhere by now, they no longer fit */
export function prepended(thread: ThreadAnswer, older: MessagesAnswer, before: number): ThreadAnswer {
  if (thread.messages[0]?.seq !== before) return thread;
  const { notes, findings, alerts, marks } = older;
  return {
    ...thread,
    messages: [...older.messages, ...thread.messages],
    notes: joined(thread.notes, notes, 'noteId'),
    findings: joined(thread.findings, findings, 'findingId'),
    alerts: joined(thread.alerts, alerts, 'alertId'),
    marks: joined(thread.marks, marks, 'staffSeq'),
    hasOlder: older.hasOlder,
  };
}

/** The older ones that are not there yet, and those that are. */
function joined<T>(there: T[], older: T[], key: keyof T): T[] {
  const known = new Set(there.map((one) => one[key]));
  return [...older.filter((one) => !known.has(one[key])), ...there];
}
