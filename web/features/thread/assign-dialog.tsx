import { Form, Select } from 'antd';
import type { ThreadAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { api } from '../../lib/api.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { useAct } from '../../lib/use-act.ts';
import { useColleagueOptions } from './colleague-options.tsx';

interface Wish {
  agentId: string;
}

export function AssignDialog({ thread, onClose }: { thread: ThreadAnswer; onClose(): void }) {
  const { t } = usePreferences();
  const { conversationId, assigneeId } = thread.conversation;
  const options = useColleagueOptions(assigneeId);
  const assign = useAct(({ agentId }: Wish) => api.assign(conversationId, agentId), t('assign.done'));
  return (
    <FormDialog<Wish>
      title={t('assign.title')}
      okText={t('action.assign')}
      okTestId="assign-submit"
      act={assign}
      onClose={onClose}
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
    </FormDialog>
  );
}
