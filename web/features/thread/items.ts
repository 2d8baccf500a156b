/** The thread as lines on the page: days, marks, messages, notes, and what is on its way. Pure. */
import type {
  Alert,
  Mark,
  Message,
  Note,
  StoredFinding,
  Thread,
} from '../../../core/conversations/thread.ts';
import type { Outgoing } from '../composer/outgoing.ts';

export type Item =
  /** `at` null: an import that gives no time. */
  | { kind: 'day'; key: string; at: number | null }
  | { kind: 'unread'; key: string }
  | { kind: 'mark'; key: string; mark: Mark }
  | { kind: 'note'; key: string; note: Note }
  | MessageItem
  | { kind: 'outgoing'; key: string; outgoing: Outgoing };

export interface MessageItem {
  kind: 'message';
  key: string;
  message: Message;
  /** The first of its author's run: carries name and time. */
  first: boolean;
  findings: StoredFinding[];
  alerts: Alert[];
}

/** Beyond this a run of one author begins anew, ms. */
const runGap = 5 * 60_000;

interface Options {
  /** Messages behind this one were not read when the thread was opened; null: no line is drawn. */
  readUpTo: number | null;
  outgoing: readonly Outgoing[];
  /** Older messages are not loaded: what stands before the first loaded one waits for them. */
  hasOlder: boolean;
  dayOf(at: number): string;
}

export function itemsOf(thread: Thread, { readUpTo, outgoing, hasOlder, dayOf }: Options): Item[] {
  const items: Item[] = [];
  const findings = Map.groupBy(thread.findings, (finding) => finding.messageSeq);
  const alerts = Map.groupBy(thread.alerts, (alert) => alert.messageSeq);
  const asides = asidesOf(thread, hasOlder);
  let day: string | null = null;
  // Where the first unread one is not loaded yet, nothing divides.
  let divided = readUpTo === null || (hasOlder && (thread.messages[0]?.seq ?? 0) > readUpTo + 1);
  let aside = 0;

  const putAsides = (upTo: number, until?: string) => {
    for (let next = asides[aside]; next && next.afterSeq <= upTo; next = asides[++aside]) {
      if (until !== undefined && dayOf(next.at) === until) return;
      items.push(next.item);
    }
  };

  for (const message of thread.messages) {
    const today: string = message.saidAt === null ? 'unknown' : dayOf(message.saidAt);
    const newDay = today !== day;
    // What happened on the new day before anybody spoke stands below its date.
    if (newDay) putAsides(message.seq - 1, today);
    if (newDay) items.push({ kind: 'day', key: `day ${message.seq}`, at: message.saidAt });
    putAsides(message.seq - 1);
    day = today;
    if (!divided && message.author === 'customer' && message.seq > (readUpTo ?? 0)) {
      divided = true;
      items.push({ kind: 'unread', key: 'unread' });
    }
    items.push({
      kind: 'message',
      key: `message ${message.seq}`,
      message,
      first: startsRun(items.at(-1), message),
      findings: findings.get(message.seq) ?? [],
      alerts: alerts.get(message.seq) ?? [],
    });
  }
  putAsides(Infinity);
  const arrived = new Set(thread.messages.map((message) => message.clientId));
  for (const one of outgoing) {
    if (!arrived.has(one.clientId))
      items.push({ kind: 'outgoing', key: `outgoing ${one.clientId}`, outgoing: one });
  }
  return items;
}

function asidesOf({ notes, marks, messages }: Thread, hasOlder: boolean) {
  const from = hasOlder ? (messages[0]?.seq ?? 0) : -1;
  return [
    ...notes.map((note) => ({
      ...note,
      item: { kind: 'note', key: `note ${note.staffSeq}`, note } as const,
    })),
    ...marks.map((mark) => ({
      ...mark,
      item: { kind: 'mark', key: `mark ${mark.staffSeq}`, mark } as const,
    })),
  ]
    .filter(({ afterSeq }) => afterSeq >= from)
    .toSorted((a, b) => a.afterSeq - b.afterSeq || a.staffSeq - b.staffSeq);
}

function startsRun(before: Item | undefined, message: Message): boolean {
  if (before?.kind !== 'message') return true;
  const { author, authorId, saidAt } = before.message;
  if (author !== message.author || authorId !== message.authorId) return true;
  return (message.saidAt ?? 0) - (saidAt ?? 0) > runGap;
}
