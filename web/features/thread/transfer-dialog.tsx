import { Form, Input, Modal, Select, type ButtonProps } from 'antd';
import type { ThreadAnswer } from '../../../core/api.ts';
import { groups, type Group } from '../../../core/team/roles.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { api, type TransferTarget } from '../../lib/api.ts';
import { useAct } from '../../lib/use-act.ts';
import { useColleagueOptions } from './colleague-options.tsx';
import { EndingWarning } from './ending-warning.tsx';

interface Wish {
  to: string;
  note: string;
}

/** Hands the conversation on, never without the note that tells what was promised. */
export function TransferDialog({ thread, onClose }: { thread: ThreadAnswer; onClose(): void }) {
  const { t } = usePreferences();
  const [form] = Form.useForm<Wish>();
  const { conversationId, assigneeId } = thread.conversation;
  const colleagues = useColleagueOptions(assigneeId);
  const transfer = useAct(
    ({ to, note }: Wish) => api.transfer(conversationId, targetOf(to), note.trim()),
    t('transfer.done'),
  );
  return (
    <Modal
      open
      title={t('transfer.title')}
      okText={t('action.transfer')}
      okButtonProps={{ 'data-testid': 'transfer-submit' } as ButtonProps}
      confirmLoading={transfer.busy}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <EndingWarning thread={thread} />
      <Form<Wish>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={async (wish) => {
          if (await transfer.run(wish)) onClose();
        }}
      >
        <Form.Item
          name="to"
          label={t('transfer.to')}
          rules={[{ required: true, message: t('transfer.to.missing') }]}
        >
          <Select
            data-testid="transfer-to"
            showSearch={{ optionFilterProp: 'search' }}
            placeholder={t('transfer.to.choose')}
            options={[
              {
                label: t('transfer.groups'),
                options: groups.map((group) => ({
                  value: `group:${group}`,
                  label: t(`group.${group}`),
                  search: t(`group.${group}`),
                })),
              },
              {
                label: t('transfer.colleagues'),
                options: colleagues.map((option) => ({ ...option, value: `agent:${option.value}` })),
              },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('transfer.note')}
          rules={[{ required: true, whitespace: true, message: t('transfer.note.missing') }]}
        >
          <Input.TextArea
            data-testid="transfer-note"
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={4000}
            placeholder={t('transfer.note.hint')}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function targetOf(to: string): TransferTarget {
  const [kind, id = ''] = to.split(':');
  return kind === 'group' ? { group: id as Group } : { agentId: id };
}
