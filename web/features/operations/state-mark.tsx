import type { OperationKind, OperationState } from '../../../core/commerce/operations/operation.ts';
import { stateKey } from './states.ts';
import { useOperationsWords } from './words.ts';
import './operations.css';

export function StateMark({ kind, state }: { kind: OperationKind; state: OperationState }) {
  const say = useOperationsWords();
  return (
    <span
      className="operation-state"
      data-state={state}
      title={state === 'unknown' ? say('state.unknown.what') : undefined}
    >
      {say(stateKey(kind, state))}
    </span>
  );
}
