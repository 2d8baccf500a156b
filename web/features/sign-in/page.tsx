import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Refused } from '../../../core/refusal.ts';
import { AppearanceButton, LanguageButton } from '../../app/appearance.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import { meQuery } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { sentence } from '../../lib/failure.ts';
import './sign-in.css';

interface Credentials {
  account: string;
  password: string;
  code?: string;
}

export function SignInPage() {
  const { t, lang } = usePreferences();
  const client = useQueryClient();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { next?: string; ended?: boolean; account?: string };
  const { next, ended } = search;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  /** The password was right, and a second step is asked for. */
  const [second, setSecond] = useState(false);

  const signIn = async ({ account, password, code }: Credentials) => {
    setBusy(true);
    setError(null);
    try {
      const me = await api.signIn(account.trim(), password, second ? code?.trim() : undefined);
      client.setQueryData(meQuery.queryKey, me);
      await navigate({ to: isOwnPage(next) ? next : '/' });
    } catch (failure) {
      const step = isSecondStep(failure);
      if (step) setSecond(true);
      setError(step === 'missing' ? null : failure);
      setBusy(false);
    }
  };

  return (
    <div className="sign-in">
      <div className="sign-in-corner">
        <LanguageButton />
        <AppearanceButton />
      </div>
      <main className="sign-in-sheet">
        <img src="/favicon.svg" alt="" width="40" height="40" />
        <h1>{t('signIn.title')}</h1>
        <p className="muted">{t('signIn.motto')}</p>
        <Form<Credentials>
          layout="vertical"
          requiredMark={false}
          initialValues={{ account: search.account }}
          onFinish={(values) => void signIn(values)}
        >
          <Form.Item
            name="account"
            hidden={second}
            label={t('signIn.account')}
            rules={[{ required: true, message: t('signIn.account.missing') }]}
          >
            <Input
              data-testid="sign-in-account"
              size="large"
              autoComplete="username"
              placeholder={t('signIn.account.form')}
              autoFocus
            />
          </Form.Item>
          <Form.Item
            name="password"
            hidden={second}
            label={t('signIn.password')}
            rules={[{ required: true, message: t('signIn.password.missing') }]}
          >
            <Input
              type="password"
              data-testid="sign-in-password"
              size="large"
              autoComplete="current-password"
            />
          </Form.Item>
          {second && <SecondStep onBack={() => setSecond(false)} />}
          {ended && error === null && !second && (
            <p className="sign-in-error" role="status" data-testid="sign-in-ended">
              {t('signIn.ended')}
            </p>
          )}
          {error !== null && (
            <p className="sign-in-error" role="alert" data-testid="sign-in-error">
              {isWrong(error) ? t('signIn.wrong') : sentence(error, lang)}
            </p>
          )}
          <Button
            data-testid="sign-in-submit"
            type="primary"
            size="large"
            htmlType="submit"
            block
            loading={busy}
          >
            {t('signIn.submit')}
          </Button>
        </Form>
      </main>
    </div>
  );
}

function SecondStep({ onBack }: { onBack(): void }) {
  const { t } = usePreferences();
  return (
    <>
      <Form.Item
        name="code"
        label={t('signIn.code')}
        extra={t('signIn.code.what')}
        rules={[{ required: true, message: t('signIn.code.missing') }]}
      >
        <Input
          data-testid="sign-in-code"
          className="figures"
          size="large"
          maxLength={20}
          autoComplete="one-time-code"
          autoFocus
        />
      </Form.Item>
      <p className="sign-in-back">
        <Button type="link" size="small" onClick={onBack}>
          {t('signIn.code.back')}
        </Button>
      </p>
    </>
  );
}

const isSecondStep = (error: unknown) =>
  error instanceof Refused && error.refusal.code === 'second-step' ? error.refusal.problem : null;

const isWrong = (error: unknown) => error instanceof Refused && error.refusal.code === 'unauthenticated';

/** A page of this desk, never another site that somebody put into the link. */
const isOwnPage = (path: string | undefined): path is string =>
  path !== undefined && /^\/(?![/\\])/.test(path);
