import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import type { StrayParcel } from '../../../../core/commerce/stray-api.ts';
import { FormDialog } from '../../../lib/form-dialog.tsx';
import { useAct } from '../../../lib/use-act.ts';
import { operationsKey } from '../../operations/use-operations.ts';
import { useOperationsWords } from '../../operations/words.ts';
import { straysApi } from './strays-api.ts';

/** It will find no order: what became of it stays on record, who sent it does not. */
export function GiveUpDialog({ parcel, onClose }: { parcel: StrayParcel; onClose(): void }) {
  const say = useOperationsWords();
  const client = useQueryClient();
  const act = useAct(async ({ words }: { words: string }) => {
    try {
      await straysApi.giveUp(parcel.parcelId, words.trim());
    } finally {
      void client.invalidateQueries({ queryKey: [...operationsKey, 'strays'] });
    }
  }, say('stray.giveUp.done'));
  return (
    <FormDialog
      title={say('stray.giveUp.title', { number: parcel.trackingNo })}
      okText={say('stray.giveUp')}
      okTestId="stray-give-up-do"
      act={act}
      onClose={onClose}
    >
      <p className="muted">{say('stray.giveUp.what')}</p>
      <Form.Item
        name="words"
        label={say('stray.giveUp.words')}
        rules={[{ required: true, whitespace: true, message: say('words.missing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
