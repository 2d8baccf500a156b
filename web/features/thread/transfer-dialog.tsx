import { Form, Input, Select } from 'antd';
import type { ThreadAnswer } from '../../../core/api.ts';
import { groups, type Group } from '../../../core/team/roles.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { api, type TransferTarget } from '../../lib/api.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { useAct } from '../../lib/use-act.ts';
import { useColleagueOptions } from './colleague-options.tsx';
import { EndingWarning, useEnding } from './ending-warning.tsx';

interface Wish {
  to: string;
  note: string;
}

/** Hands the conversation on, never without the note that tells what was promised. */
export function TransferDialog({ thread, onClose }: { thread: ThreadAnswer; onClose(): void }) {
  const { t } = usePreferences();
  const { conversationId, assigneeId } = thread.conversation;
  const colleagues = useColleagueOptions(assigneeId);
  const ending = useEnding(thread, true);
  const transfer = useAct(
    ({ to, note }: Wish) => api.transfer(conversationId, targetOf(to), note.trim()),
    t('transfer.done'),
  );
  return (
    <FormDialog<Wish>
      title={t('transfer.title')}
      okText={t('action.transfer')}
      okTestId="transfer-submit"
      act={transfer}
      preparing={ending.isLoading}
      onClose={onClose}
    >
      <EndingWarning findings={ending.findings} />
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
    </FormDialog>
  );
}

function targetOf(to: string): TransferTarget {
  const [kind, id = ''] = to.split(':');
  return kind === 'group' ? { group: id as Group } : { agentId: id };
}
