import { Form, Modal, Select } from 'antd';
import type { ThreadAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { api } from '../../lib/api.ts';
import { useAct } from '../../lib/use-act.ts';
import { useColleagueOptions } from './colleague-options.tsx';

interface Wish {
  agentId: string;
}

export function AssignDialog({ thread, onClose }: { thread: ThreadAnswer; onClose(): void }) {
  const { t } = usePreferences();
  const [form] = Form.useForm<Wish>();
  const { conversationId, assigneeId } = thread.conversation;
  const options = useColleagueOptions(assigneeId);
  const assign = useAct(({ agentId }: Wish) => api.assign(conversationId, agentId), t('assign.done'));
  return (
    <Modal
      open
      title={t('assign.title')}
      okText={t('action.assign')}
      confirmLoading={assign.busy}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Wish>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={async (wish) => {
          if (await assign.run(wish)) onClose();
        }}
      >
        <Form.Item
          name="agentId"
          label={t('assign.to')}
          rules={[{ required: true, message: t('assign.to.missing') }]}
        >
          <Select
            data-testid="assign-to"
            showSearch={{ optionFilterProp: 'search' }}
            placeholder={t('assign.to.choose')}
            options={options}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
