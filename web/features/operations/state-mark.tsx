import type { OperationKind, OperationState } from '../../../core/commerce/operations/operation.ts';
import { Pill, type Tone } from '../../lib/pill.tsx';
import { stateKey } from './states.ts';
import { useOperationsWords } from './words.ts';

const tones: Record<OperationState, Tone> = {
  waiting: 'amber',
  refused: 'muted',
  ready: 'accent',
  paying: 'accent',
  unknown: 'amber',
  done: 'green',
  undone: 'muted',
};

export function StateMark({ kind, state }: { kind: OperationKind; state: OperationState }) {
  const say = useOperationsWords();
  return (
    <Pill tone={tones[state]} title={state === 'unknown' ? say('state.unknown.what') : undefined}>
      {say(stateKey(kind, state))}
    </Pill>
  );
}
