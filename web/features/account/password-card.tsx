import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { showProblems } from '../../lib/form-problems.ts';
import { peopleApi } from '../../lib/people-api.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { useMessage } from '../../lib/use-message.ts';
import { NewPassword } from './new-password.tsx';

interface Wish {
  currentPassword: string;
  password: string;
  again: string;
}

export function PasswordCard() {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const client = useQueryClient();
  const [form] = Form.useForm<Wish>();
  const [busy, setBusy] = useState(false);
  const { account, name, workNumber, shopName } = useMe();
  const [shop = '', login = ''] = account.split(':');

  const change = async ({ currentPassword, password }: Wish) => {
    setBusy(true);
    try {
      await peopleApi.changePassword(currentPassword, password);
      form.resetFields();
      message.success(t('account.password.done'));
      await client.invalidateQueries({ queryKey: ['sessions'] });
    } catch (error) {
      if (!showProblems(form, error, lang)) message.warning(sentence(error, lang), 6);
    }
    setBusy(false);
  };
  return (
    <section className="account-card">
      <h2>{t('account.password')}</h2>
      <p className="muted">{t('account.password.what')}</p>
      <Form<Wish>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="account-form"
        onFinish={(wish) => void change(wish)}
      >
        {/* Password managers ask whose password it is. */}
        <input type="text" autoComplete="username" value={account} readOnly hidden />
        <Form.Item
          name="currentPassword"
          label={t('account.password.current')}
          rules={[{ required: true, message: t('person.missing', { field: t('account.password.current') }) }]}
        >
          <Input.Password data-testid="current-password" maxLength={200} autoComplete="current-password" />
        </Form.Item>
        <NewPassword known={{ login, name, workNumber, shop, shopName }} label={t('account.password.new')} />
        <Button type="primary" htmlType="submit" data-testid="change-password" loading={busy}>
          {t('account.password.submit')}
        </Button>
      </Form>
    </section>
  );
}
