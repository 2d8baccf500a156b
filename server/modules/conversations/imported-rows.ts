/** What an imported conversation leaves beside its one event: all its messages, what was found in them, its score. */
import { v7 as uuid } from 'uuid';
import type { Draft } from '../../../core/conversations/transitions.ts';
import type { Conversation as Reviewed } from '../../../core/standard/facts.ts';

/** Rows by the names of their columns; times as ISO 8601. */
export interface ImportedRows {
  closedBy: 'agent' | 'customer' | 'silence';
  messages: object[];
  findings: object[];
  score: object;
}

type Found = Extract<Draft, { type: 'finding.raised' }>;

export function importedRows(
  reviewed: Reviewed,
  { customerId, agentId = null }: { customerId: string; agentId?: string | null },
  found: Found[],
  score: object,
): ImportedRows {
  const { turns, ended } = reviewed;
  return {
    // A file that does not say who ended it only shows that nobody wrote any more.
    closedBy: ended && ended.by !== 'system' ? ended.by : 'silence',
    messages: turns.map(({ from, text, at, until }, i) => ({
      seq: i + 1,
      message_id: uuid(),
      client_id: `import-${i + 1}`,
      author: from,
      author_id: { customer: customerId, agent: agentId, system: null }[from],
      text,
      said_at: iso(at),
      until_at: iso(until),
    })),
    findings: found.map(({ findingId, rule, weight, moment, messageSeq, start, end }) => ({
      finding_id: findingId,
      rule,
      weight,
      moment,
      message_seq: messageSeq,
      start_at: start,
      end_at: end,
    })),
    score,
  };
}

const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
