/**
 * Why something was not done, as data: the same value in core, server and browser.
 * The words for a person are in `core/words`; `code` is stable and goes over the wire as it is.
 */
import type { Quote } from './attachments.ts';
import type { TableFault } from './commerce/reading/read-row.ts';
import type { Lang } from './standard/facts.ts';
import type { SourceTrouble } from './commerce/source-api.ts';
import type { Finding } from './standard/finding.ts';

export type Refusal =
  | { code: 'unauthenticated' }
  /** The password was right; the code of the second step is not there yet, or is not right. */
  | { code: 'second-step'; problem: 'missing' | 'wrong' }
  | { code: 'forbidden'; permission: string }
  | { code: 'not-found'; what: string }
  | { code: 'conflict'; reason: ConflictReason }
  | { code: 'invalid'; problems: Problem[] }
  | { code: 'blocked'; findings: Finding[]; suggestions: string[]; opening: Opening }
  /** Somebody wrote what the sender had not seen: the newest number, and the last of these messages. */
  | { code: 'overtaken'; upTo: number; messages: Overtaking[] }
  | { code: 'too-many'; retryAfterSeconds: number }
  | { code: 'too-large'; limitBytes: number; what?: 'file' }
  | { code: 'unavailable'; part: string };

export interface Overtaking extends Quote {
  authorName: string | null;
}

export type ConflictReason =
  | 'client-id-reused' // the same client id came before with another text
  | 'already-assigned'
  | 'not-waiting'
  | 'not-the-assignee'
  | 'already-closed'
  | 'agent-unavailable'
  | 'hold-decided'
  | 'hold-too-young' // own reason is given only after the waiting time
  | 'supervisor-at-hand' // a supervisor is online and decides
  | 'never-opens' // red lines, insults and threats
  | 'finding-settled'
  | 'draft-newer' // another machine of the same person saved other words meanwhile
  | 'not-scheduled' // it has left, was cancelled, or went back to its author
  | 'finding-contested'
  | 'not-your-finding'
  | 'invitation-used'
  | 'customer-waits' // nobody has answered the customer yet
  | 'not-assigned' // it lies in the queue, with nobody
  | 'already-merged'
  | 'different-customers' // the shop signed for two people: one must not read the other's messages
  | 'view-name-taken'
  | 'standard-changed' // somebody saved another version meanwhile
  | 'policy-changed' // the same of the after-sale policy
  | 'not-rateable' // it is still open, nobody served it, or it ended too long ago
  | 'rating-final' // ten minutes after the first one
  | 'widget-changed' // somebody saved other settings of the widget meanwhile
  | 'key-id-taken'
  | 'attachment-sent'
  | 'reset-used'
  | 'set-up-used'
  | 'own-account' // nobody changes their own role, nor leaves by their own hand
  | 'has-left'
  | 'second-step-on'
  | 'customer-served' // an episode of theirs is open
  | 'customer-erased'
  | 'customer-merged' // it is another customer now
  | 'note-not-yours'
  | 'field-archived'
  | 'import-begun'
  | 'key-reused' // the same key came before with another request
  | 'more-than-paid' // together more would go back than was paid
  | 'nothing-paid'
  | 'another-currency'
  | 'own-request' // who asked does not sign
  | 'already-signed'
  | 'not-your-signature' // another role has to agree
  | 'operation-edited' // what was signed is not what stands now
  | 'operation-settled' // it is past what this would do to it
  | 'already-dispatched'
  | 'not-dispatched-yet' // nothing has left that could come back
  | 'order-closed'
  | 'out-of-stock'
  | 'not-asked-to-close' // the message does not ask for it, or is not this customer's
  | 'difference-once'
  | 'parcel-stray' // it lies among those that wait for their order
  | 'parcel-over' // it has its order, or was given up
  | 'change-stands' // the line was changed already
  | 'changed-since' // a later change took its place
  | 'not-overtaken' // the source has brought nothing new of it
  | 'line-refunded' // each of its units is in a refund already
  | 'parcel-known' // this parcel was booked in before
  | 'reference-used' // another operation was paid under it
  | 'relied-on' // money went out because of it
  | 'units-in-use' // something was done since to what it had set apart
  | 'stock-uncounted'
  | 'not-beside' // the order is not one of the customer of this conversation
  | 'shortage-over' // it was settled or withdrawn
  | 'already-short' // the line is marked already
  | 'not-waiting-to-leave' // the order has left, is closed, or is not paid
  | 'not-their-order' // the conversation's customer did not place it
  | 'promotion-ended'
  | 'offers-full' // so many at once that they could not all be tried together
  | 'stacking-changed' // somebody saved other rules meanwhile
  | 'order-unproven' // found by a number that the customer wrote, and by nothing else
  | 'hours-changed'; // somebody saved other hours meanwhile

/** One field that was not acceptable. `problem` is stable; `limit` is in the problem's own unit. */
export interface Problem {
  field: string;
  problem:
    | 'missing'
    | 'wrong-type'
    | 'too-long'
    | 'too-short'
    | 'not-allowed'
    | 'malformed'
    | 'unknown-field'
    | 'unknown-file' // of no kind that may be sent, by its bytes
    | 'too-many-pixels' // a picture that no screen could show
    | 'taken' // somebody else has it
    | 'wrong' // it is not the one that is kept
    | 'guessable' // a password that is tried first
    | 'overlaps' // two shifts at one time
    | 'protected' // the standard keeps it: a red line can't be switched off
    | 'example-found' // a phrase was found where its example says it must not be
    | 'example-missed'
    | 'unsound' // it breaks a rule of its own kind, which `why` and `says` tell
    | `table-${TableFault}` // a file to bring in that is no table
    | `source-${SourceTrouble}`; // a shop system that can't be read
  limit?: number;
  why?: string;
  /** The whole sentence, where only whoever refuses has the words for it. */
  says?: Readonly<Record<Lang, string>>;
}

/** How a blocked message may still leave: see "What a block means at the desk" in the service standard. */
export interface Opening {
  /** A supervisor may decide on it. */
  bySupervisor: true;
  /** The agent's own reason opens it after this many seconds without a supervisor; null: never. */
  byOwnReasonAfterSeconds: number | null;
}

/** Thrown where a refusal ends the work; carried to the edge and answered there. */
export class Refused extends Error {
  /** Only declared: a field would bring the widget, whose target has none, a helper of some 300 bytes. */
  declare readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

export function refuse(refusal: Refusal): never {
  throw new Refused(refusal);
}
