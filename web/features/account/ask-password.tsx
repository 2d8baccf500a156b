import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { usePeopleWords } from '../../lib/people-words.ts';

interface Props {
  act(password: string): Promise<void>;
  submit: string;
  onCancel(): void;
}

/** Asks for one's own password before something that an unlocked desk should not do. */
export function AskPassword({ act, submit, onCancel }: Props) {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const [form] = Form.useForm<{ currentPassword: string }>();
  const [busy, setBusy] = useState(false);
  const go = async (password: string) => {
    setBusy(true);
    try {
      await act(password);
    } catch (error) {
      form.setFields([{ name: 'currentPassword', errors: [sentence(error, lang)] }]);
      setBusy(false);
    }
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="account-form"
      onFinish={({ currentPassword }) => void go(currentPassword)}
    >
      <Form.Item
        name="currentPassword"
        label={t('account.password.current')}
        extra={t('step.askPassword')}
        rules={[{ required: true, message: t('person.missing', { field: t('account.password.current') }) }]}
      >
        <Input.Password
          data-testid="ask-password"
          maxLength={200}
          autoFocus
          autoComplete="current-password"
        />
      </Form.Item>
      <div className="account-acts">
        <Button type="primary" htmlType="submit" data-testid="ask-password-go" loading={busy}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{t('account.cancel')}</Button>
      </div>
    </Form>
  );
}
