/** The audit chain of an order: each line carries the hash of the one before it. Pure: whoever verifies hands in the hash. */
import type { OperationKind, OperationState, Signer } from './operation.ts';

export const auditActs = [
  'asked',
  'edited',
  'approved',
  'refused',
  'undone',
  'told-the-till',
  'unanswered',
  'paid',
  'not-paid',
  'sent',
  'arrived',
  'awaited-again',
  'kept',
] as const;
export type AuditAct = (typeof auditActs)[number];

/** Ids, states and amounts; never words or personal data, so that nothing here has to be erased. */
export interface AuditLine {
  /** From 1, without gaps. */
  number: number;
  operationId: string;
  kind: OperationKind;
  act: AuditAct;
  state: OperationState;
  amountFen: number | null;
  currency: string;
  reason: string;
  /** null: the till, or the desk itself. */
  byId: string | null;
  /** In whose place they signed. */
  as: Signer | null;
  /** Of everything that was asked for, keyed. */
  fingerprint: string;
  /** Under which it was paid. */
  reference: string | null;
  at: number;
}

export interface ChainedLine extends AuditLine {
  previous: string;
  hash: string;
}

export const noHash = '0'.repeat(64);

/** What is hashed: the fields in one order, whatever the order they were read in. */
export const hashed = (orderId: string, previous: string, line: AuditLine): string =>
  JSON.stringify([
    orderId,
    previous,
    line.number,
    line.operationId,
    line.kind,
    line.act,
    line.state,
    line.amountFen,
    line.currency,
    line.reason,
    line.byId,
    line.as,
    line.fingerprint,
    line.reference,
    line.at,
  ]);

export type ChainFault =
  | { fault: 'changed' | 'unlinked' | 'missing'; number: number }
  /** The last lines were taken away. */
  | { fault: 'cut'; number: number };

/** The first line that is not what it was; null: whole. `head`: what the order itself says of its last line. */
export function firstBroken(
  orderId: string,
  lines: readonly ChainedLine[],
  head: { lines: number; hash: string },
  hash: (text: string) => string,
): ChainFault | null {
  let previous = noHash;
  for (const [i, line] of lines.entries()) {
    const number = i + 1;
    if (line.number !== number) return { fault: 'missing', number };
    if (line.previous !== previous) return { fault: 'unlinked', number };
    if (line.hash !== hash(hashed(orderId, previous, line))) return { fault: 'changed', number };
    previous = line.hash;
  }
  if (lines.length < head.lines) return { fault: 'cut', number: lines.length + 1 };
  return previous === head.hash && lines.length === head.lines
    ? null
    : { fault: 'changed', number: lines.length };
}
