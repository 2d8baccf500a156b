/** What a reader may do to an operation as it stands; where they may not, why. Pure. */
import type { ConflictReason } from '../../refusal.ts';
import { Refused } from '../../refusal.ts';
import type { Role } from '../../team/roles.ts';
import { may } from '../../team/roles.ts';
import type { OperationAct } from '../operation-api.ts';
import * as moves from './moves.ts';
import type { OperationKind } from './operation.ts';
import type { Operation } from './record.ts';
import { isSigner, signsAs } from './signing.ts';

interface Reader {
  agentId: string;
  role: Role;
}
type Answer = true | ConflictReason | 'forbidden';

export const permissionFor = (kind: OperationKind) =>
  kind === 'book-in' ? 'parcels.book-in' : 'operations.serve';

export function mayDo(one: Operation, reader: Reader): Record<OperationAct, Answer> {
  const signs = may(reader, 'operations.approve') ? signing(one, reader) : 'forbidden';
  return {
    edit: own(one, reader) ? able(() => moves.requireEditable(one)) : 'forbidden',
    approve: signs,
    refuse: signs,
    undo: own(one, reader) || leads(one, reader) ? able(() => moves.withdrawn(one)) : 'forbidden',
    pay: may(reader, 'payouts.pay') ? paying(one, reader) : 'forbidden',
    ask: may(reader, 'payouts.pay') ? able(() => requireAsked(one)) : 'forbidden',
    send: may(reader, 'parcels.send') ? able(() => moves.sent(one)) : 'forbidden',
  };
}

export const own = (one: Operation, { agentId }: Reader): boolean => one.requesterId === agentId;

/** What somebody asked for, their lead may take back. */
export const leads = ({ kind }: Operation, reader: Reader): boolean =>
  may(reader, permissionFor(kind)) && may(reader, 'operations.approve');

function signing(one: Operation, reader: Reader): Answer {
  const state = able(() => moves.requireSignable(one));
  if (state !== true) return state;
  const signer = signsAs(one, reader);
  return isSigner(signer) ? true : signer;
}

/** Four eyes for money that is moved by hand: who asked for it does not pay it. */
function paying(one: Operation, reader: Reader): Answer {
  const state = able(() => void moves.paidByHand(one));
  return state === true && own(one, reader) ? 'own-request' : state;
}

export function requireAsked({ state }: Operation): void {
  if (state !== 'unknown' && state !== 'paying')
    throw new Refused({ code: 'conflict', reason: 'operation-settled' });
}

function able(attempt: () => void): Answer {
  try {
    attempt();
    return true;
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'conflict') return error.refusal.reason;
    throw error;
  }
}
