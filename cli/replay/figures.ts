/** What happened in a replay, counted as it happens. */
import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { Refusal } from '../../core/refusal.ts';
import type { Ack } from '../../live/connection.ts';

export type Speaker = 'customer' | 'agent';

export interface Figures {
  played: number;
  sent: Record<Speaker, number>;
  acknowledged: Record<Speaker, number>;
  /** Milliseconds from sending to the acknowledgement, reconnects included. */
  ackMs: Record<Speaker, number[]>;
  /** Replies the standard stopped; a better sentence went instead. */
  blocked: number;
  alerts: Set<string>;
  /** Turns that have no place in live traffic. */
  skipped: number;
  /** The desk asked to slow down. */
  waits: number;
  /** Messages that a customer saw out of their place, or not at all. */
  missed: number;
  /** Refusals nobody had reason to expect. */
  refused: Refusal[];
}

export function newFigures(): Figures {
  return {
    played: 0,
    sent: { customer: 0, agent: 0 },
    acknowledged: { customer: 0, agent: 0 },
    ackMs: { customer: [], agent: [] },
    blocked: 0,
    alerts: new Set(),
    skipped: 0,
    waits: 0,
    missed: 0,
    refused: [],
  };
}

/** Sends and counts; the journal has its line before anything else is done. */
export async function counted(
  figures: Figures,
  journal: string | null,
  message: { from: Speaker; text: string; case: string },
  send: () => Promise<Ack>,
): Promise<Ack> {
  const { from, text } = message;
  figures.sent[from]++;
  const startedAt = performance.now();
  const ack = await send();
  figures.acknowledged[from]++;
  figures.ackMs[from].push(performance.now() - startedAt);
  if (journal) {
    const { conversationId: conversation, seq, clientId } = ack;
    const hash = createHash('sha256').update(text).digest('hex');
    appendFileSync(
      journal,
      `${JSON.stringify({ case: message.case, from, conversation, seq, clientId, hash })}\n`,
    );
  }
  return ack;
}

/** The value below which so many per cent lie; null where there are none. */
export function percentile(values: readonly number[], percent: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? null;
}
