import { Modal, Skeleton } from 'antd';
import type { OperationKind } from '../../../core/commerce/operations/operation.ts';
import { useStatus } from '../../app/live.tsx';
import { useOperationsWords } from './words.ts';

interface Props {
  kind: OperationKind;
  number: string;
  onClose(): void;
}

/** Stands where a form will be: a choice is answered at once, on a slow line and on none. */
export function ComingDialog({ kind, number, onClose }: Props) {
  const say = useOperationsWords();
  const offline = useStatus() === 'offline';
  return (
    <Modal
      open
      width={880}
      centered
      // The form takes its place: neither of them moves.
      transitionName=""
      maskTransitionName=""
      title={say('dialog.title', { kind: say(`kind.${kind}`), number })}
      footer={null}
      onCancel={onClose}
    >
      {offline && (
        <p className="field-problem" role="alert">
          {say('dialog.offline')}
        </p>
      )}
      <div aria-busy data-testid="operation-coming">
        <Skeleton title={false} paragraph={{ rows: 6 }} />
      </div>
    </Modal>
  );
}
