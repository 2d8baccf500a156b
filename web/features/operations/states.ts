/** How far an operation is, in the words of its kind: money is paid, goods are sent, parcels come. Pure. */
import {
  isSent,
  movesMoney,
  type OperationKind,
  type OperationState,
} from '../../../core/commerce/operations/operation.ts';
import type { OperationsKey } from './words.ts';

export function stateKey(kind: OperationKind, state: OperationState): OperationsKey {
  if (state !== 'ready' && state !== 'done') return `state.${state}`;
  if (movesMoney(kind)) return `state.${state}.money`;
  if (isSent(kind)) return `state.${state}.send`;
  if (kind === 'return') return `state.${state}.come`;
  return kind === 'book-in' && state === 'done' ? 'state.done.book-in' : `state.${state}`;
}

/** What is told when it was asked for. */
export function doneKey(kind: OperationKind, state: OperationState): OperationsKey {
  if (state === 'waiting') return 'done.waiting';
  if (state === 'unknown') return 'done.unknown';
  if (state !== 'ready' && state !== 'paying') return 'done.done';
  if (movesMoney(kind)) return 'done.ready.money';
  if (isSent(kind)) return 'done.ready.send';
  return kind === 'return' ? 'done.ready.come' : 'done.ready';
}
