import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import type { AccountAnswer, OpenedLink } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { showProblems } from '../../lib/form-problems.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { NewPassword } from '../account/new-password.tsx';
import { Door } from './door.tsx';
import { useEnter } from './use-enter.ts';
import { useLinkToken } from './use-link-token.ts';

interface Props {
  kind: 'join' | 'reset';
  open(token: string): Promise<OpenedLink>;
  finish(token: string, password: string): Promise<AccountAnswer>;
}

/** What a link opens once: a password is chosen, and its owner goes in. */
export function LinkPage({ kind, open, finish }: Props) {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const token = useLinkToken();
  const { data, error } = useQuery({
    queryKey: ['link', kind, token],
    queryFn: () => open(token!),
    enabled: token !== null,
    staleTime: Infinity,
    retry: false,
  });
  if (token === null) return <Dead what={t('door.missing')} />;
  if (error) return <Dead what={sentence(error, lang)} />;
  if (!data) {
    return (
      <Door title={t('door.opening')}>
        <p role="status" />
      </Door>
    );
  }
  const { shop, shopName, login, name, workNumber: number } = data;
  const params = { name, number, account: `${shop}:${login}` };
  return (
    <Door title={kind === 'join' ? t('join.title', { shop: shopName }) : t('reset.title')}>
      <p className="muted">{t(kind === 'join' ? 'join.what' : 'reset.what', params)}</p>
      <Choose opened={data} submit={t(`${kind}.submit`)} finish={(password) => finish(token, password)} />
    </Door>
  );
}

interface ChooseProps {
  opened: OpenedLink;
  submit: string;
  finish(password: string): Promise<AccountAnswer>;
}

function Choose({ opened, submit, finish }: ChooseProps) {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const enter = useEnter();
  const [form] = Form.useForm<{ password: string; again: string }>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const go = async (password: string) => {
    setBusy(true);
    setFailure(null);
    try {
      const { account } = await finish(password);
      await enter(account, password, '/');
    } catch (error) {
      if (!showProblems(form, error, lang)) setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={({ password }) => void go(password)}>
      <input type="text" autoComplete="username" value={`${opened.shop}:${opened.login}`} readOnly hidden />
      <NewPassword known={opened} label={t('door.password')} />
      {failure !== null && (
        <p className="sign-in-error" role="alert">
          {sentence(failure, lang)}
        </p>
      )}
      <Button type="primary" size="large" htmlType="submit" block data-testid="door-submit" loading={busy}>
        {submit}
      </Button>
    </Form>
  );
}

export function Dead({ what }: { what: string }) {
  const t = usePeopleWords();
  return (
    <Door title={t('door.dead')}>
      <p className="muted" role="alert" data-testid="door-dead">
        {what}
      </p>
      <p className="door-way">
        <Link to="/sign-in">{t('door.toSignIn')}</Link>
      </p>
    </Door>
  );
}
