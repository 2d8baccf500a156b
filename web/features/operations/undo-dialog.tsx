import { Form, Input } from 'antd';
import type { OperationView } from '../../../core/commerce/operation-api.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { useAct } from '../../lib/use-act.ts';
import { operationsApi } from './operations-api.ts';
import { useOperated } from './use-operations.ts';
import { useOperationsWords } from './words.ts';

/** Taken back, with why: the book keeps both. */
export function UndoDialog({
  operation: { operationId, kind },
  onClose,
}: {
  operation: OperationView;
  onClose(): void;
}) {
  const say = useOperationsWords();
  const operated = useOperated();
  const act = useAct(async ({ words }: { words: string }) => {
    try {
      await operationsApi.undo(operationId, words.trim());
    } finally {
      void operated();
    }
  }, say('undo.done'));
  return (
    <FormDialog
      title={say('undo.title', { kind: say(`kind.${kind}`) })}
      okText={say('undo')}
      okTestId="undo-do"
      act={act}
      onClose={onClose}
    >
      <p className="muted">{say('undo.what')}</p>
      <Form.Item
        name="words"
        label={say('undo.words')}
        rules={[{ required: true, whitespace: true, message: say('words.missing') }]}
      >
        <Input.TextArea data-testid="undo-words" autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
