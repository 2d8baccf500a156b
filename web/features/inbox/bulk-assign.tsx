import { Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { useColleagueOptions } from '../thread/colleague-options.tsx';

interface Props {
  /** Answers whether it was done. */
  onAssign(agentId: string): Promise<boolean>;
  onClose(): void;
}

export function BulkAssign({ onAssign, onClose }: Props) {
  const { t } = usePreferences();
  const [form] = Form.useForm<{ agentId: string }>();
  const [busy, setBusy] = useState(false);
  const options = useColleagueOptions(null);
  return (
    <Modal
      open
      title={t('assign.title')}
      okText={t('action.assign')}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={async ({ agentId }: { agentId: string }) => {
          setBusy(true);
          const done = await onAssign(agentId);
          setBusy(false);
          if (done) onClose();
        }}
      >
        <Form.Item
          name="agentId"
          label={t('assign.to')}
          rules={[{ required: true, message: t('assign.to.missing') }]}
        >
          <Select
            data-testid="bulk-assign-to"
            showSearch={{ optionFilterProp: 'search' }}
            placeholder={t('assign.to.choose')}
            options={options}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
