import { useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { erasureWord } from '../../../../core/conversations/customer.ts';
import { erasureReasons, type ErasureReason } from '../../../../core/customers/customer.ts';
import { customerApi } from '../../../lib/customer-api.ts';
import { useCustomerWords } from '../../../lib/customer-words.ts';
import { useAct } from '../../../lib/use-act.ts';
import { threadQuery } from '../../thread/thread-query.ts';
import type { PartProps } from './use-change.ts';

/** For good: so it says what goes, asks why, and has the name typed. */
export function EraseCustomer({ id, side, onClose }: PartProps & { onClose(): void }) {
  const w = useCustomerWords();
  const client = useQueryClient();
  const [confirm, setConfirm] = useState('');
  const [reason, setReason] = useState<ErasureReason>('customer-asked');
  const word = erasureWord(side.name, id);
  const erase = useAct(async () => {
    await customerApi.erase(id, { confirm, reason });
    await Promise.all([
      client.invalidateQueries({ queryKey: ['customer'] }),
      client.invalidateQueries({ queryKey: threadQuery(id).queryKey }),
    ]);
  }, w('erase.done'));
  return (
    <Modal
      open
      title={w('erase.title')}
      okText={w('erase.do')}
      okButtonProps={{ disabled: confirm.trim() !== word, 'data-testid': 'erase-customer' }}
      cancelText={w('cancel')}
      confirmLoading={erase.busy}
      onCancel={onClose}
      onOk={async () => {
        if (await erase.run()) onClose();
      }}
    >
      <Alert type="warning" showIcon title={w('erase.final')} description={w('erase.what')} />
      <Form layout="vertical" requiredMark={false} className="erase-form">
        <Form.Item label={w('erase.why')}>
          <Radio.Group
            className="erase-reasons"
            aria-label={w('erase.why')}
            value={reason}
            onChange={({ target }) => setReason(target.value as ErasureReason)}
            options={erasureReasons.map((value) => ({ value, label: w(`reason.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={w('erase.confirm', { word })} htmlFor="erase-confirm">
          <Input
            id="erase-confirm"
            data-testid="erase-confirm"
            autoComplete="off"
            value={confirm}
            onChange={({ target }) => setConfirm(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
