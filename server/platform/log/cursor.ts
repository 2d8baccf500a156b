/**
 * Where a reader stands in the log: (epoch of the database, transaction id, event id).
 * Ids alone would lose rows, since transactions commit out of the order in which they took their numbers;
 * everything at or below a position here was committed before any reader could pass it.
 */
import type { Cursor } from '../../../core/wire.ts';

export interface Position {
  tx: bigint;
  eventId: number;
}

export const start: Position = { tx: 0n, eventId: 0 };

export function isAfter(a: Position, b: Position): boolean {
  return a.tx > b.tx || (a.tx === b.tx && a.eventId > b.eventId);
}

export function cursorOf(epoch: string, position: Position): Cursor {
  return `${epoch}.${position.tx}.${position.eventId}`;
}

/** null: of another database, or no cursor at all; the client must start afresh. */
export function positionOf(epoch: string, cursor: Cursor): Position | null {
  const match = /^([0-9a-f-]{36})\.(\d{1,20})\.(\d{1,15})$/.exec(cursor);
  if (!match || match[1] !== epoch) return null;
  return { tx: BigInt(match[2]!), eventId: Number(match[3]) };
}
