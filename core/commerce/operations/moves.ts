/** What may happen to an operation next. Pure: each answers with its next state, or refuses. */
import { refuse } from '../../refusal.ts';
import type { OperationKind, OperationState } from './operation.ts';
import { isSent, movesMoney } from './operation.ts';
import type { Operation } from './record.ts';

type Standing = Pick<Operation, 'kind' | 'state' | 'amountFen'>;

/** Once nobody has to agree any more: what the world has to do comes next, or nothing. */
export function standing(kind: OperationKind, amountFen: number | null): OperationState {
  if (movesMoney(kind)) return amountFen === null ? 'done' : 'ready';
  return kind === 'return' || isSent(kind) ? 'ready' : 'done';
}

export const withdrawn = (one: Standing): OperationState => {
  requireOneOf(one, undoable(one.kind));
  return 'undone';
};

/** Money that is on its way or was paid is not taken back; what was sent is not either. */
const undoable = (kind: OperationKind): OperationState[] =>
  kind === 'address-change' || kind === 'book-in' ? ['waiting', 'done'] : ['waiting', 'ready'];

/** Only what carries an amount of its own is edited; anything else is undone and asked for anew. */
export function requireEditable(one: Standing): void {
  requireOneOf(one, one.amountFen === null || one.kind === 'close' ? [] : ['waiting', 'ready']);
}

export const requireSignable = (one: Standing): void => requireOneOf(one, ['waiting']);

/** By hand also what a till never answered for: somebody has looked. */
export function paidByHand(one: Standing): OperationState {
  if (!movesMoney(one.kind)) refuse({ code: 'conflict', reason: 'operation-settled' });
  requireOneOf(one, ['ready', 'unknown']);
  return 'done';
}

export function told(one: Standing): OperationState {
  requireOneOf(one, ['ready']);
  return 'paying';
}

/** What a till says, whenever it says it: what was paid stays paid. null: nothing changes by it. */
export function heard(one: Standing, said: 'paid' | 'not-paid' | 'nothing'): OperationState | null {
  const { state } = one;
  if (state === 'done') return null;
  if (said === 'paid') {
    requireOneOf(one, ['ready', 'paying', 'unknown']);
    return 'done';
  }
  if (state !== 'paying' && state !== 'unknown') return null;
  if (said === 'not-paid') return 'ready';
  return state === 'paying' ? 'unknown' : null;
}

export function sent(one: Standing): OperationState {
  if (!isSent(one.kind)) refuse({ code: 'conflict', reason: 'operation-settled' });
  requireOneOf(one, ['ready']);
  return 'done';
}

/** The parcel that ended it was not what it seemed: a return waits for its goods again. */
export function awaitedAgain(one: Standing): OperationState {
  if (one.kind !== 'return') refuse({ code: 'conflict', reason: 'operation-settled' });
  requireOneOf(one, ['done']);
  return 'ready';
}

function requireOneOf({ state }: Standing, states: OperationState[]): void {
  if (!states.includes(state)) refuse({ code: 'conflict', reason: 'operation-settled' });
}
