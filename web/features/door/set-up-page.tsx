import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { SetUp } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { showProblems } from '../../lib/form-problems.ts';
import { peopleApi } from '../../lib/people-api.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { NewPassword } from '../account/new-password.tsx';
import { Door } from './door.tsx';
import { Dead } from './link-page.tsx';
import { useEnter } from './use-enter.ts';
import { useLinkToken } from './use-link-token.ts';

/** Behind the link that a first start prints: the shop and its first administrator. */
export function SetUpPage() {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const token = useLinkToken();
  const { data, error } = useQuery({
    queryKey: ['link', 'set-up', token],
    queryFn: () => peopleApi.openSetUp(token!),
    enabled: token !== null,
    staleTime: Infinity,
    retry: false,
  });
  if (token === null) return <Dead what={t('door.missing')} />;
  if (error) return <Dead what={sentence(error, lang)} />;
  return (
    <Door title={data ? t('setUp.title') : t('door.opening')}>{data && <SetUpForm token={token} />}</Door>
  );
}

type Wish = Omit<SetUp, 'token' | 'lang'> & { again: string };

function SetUpForm({ token }: { token: string }) {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const enter = useEnter();
  const [form] = Form.useForm<Wish>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { slug = '', login = '', name = '', shopName = '' } = Form.useWatch([], form) ?? {};
  const missing = (field: string) => [{ required: true, message: t('person.missing', { field }) }];

  const go = async ({ shopName: shop, slug: short, name: called, login: own, password }: Wish) => {
    setBusy(true);
    setFailure(null);
    try {
      const { account } = await peopleApi.setUp({
        token,
        shopName: shop.trim(),
        slug: short,
        name: called.trim(),
        login: own,
        password,
        lang,
      });
      await enter(account, password, '/settings/people');
    } catch (error) {
      if (!showProblems(form, error, lang)) setFailure(error);
      setBusy(false);
    }
  };
  return (
    <>
      <p className="muted">{t('setUp.what')}</p>
      <Form<Wish> form={form} layout="vertical" requiredMark={false} onFinish={(wish) => void go(wish)}>
        <Form.Item name="shopName" label={t('setUp.shopName')} rules={missing(t('setUp.shopName'))}>
          <Input data-testid="set-up-shop" maxLength={60} autoFocus autoComplete="organization" />
        </Form.Item>
        <Form.Item
          name="slug"
          label={t('setUp.slug')}
          extra={t('setUp.slug.hint', { example: `${slug || 'xiaoman'}:${login || 'admin'}` })}
          normalize={lower}
          rules={[
            ...missing(t('setUp.slug')),
            { pattern: /^[a-z0-9][a-z0-9-]{1,39}$/, message: t('setUp.malformed.slug') },
          ]}
        >
          <Input data-testid="set-up-slug" maxLength={40} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="name" label={t('people.name')} rules={missing(t('people.name'))}>
          <Input data-testid="set-up-name" maxLength={40} autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="login"
          label={t('person.login')}
          normalize={lower}
          rules={[
            ...missing(t('person.login')),
            {
              pattern: /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}._-]+$/u,
              message: t('person.malformed.login'),
            },
          ]}
        >
          <Input data-testid="set-up-login" maxLength={40} autoComplete="username" spellCheck={false} />
        </Form.Item>
        <NewPassword
          known={{ login, name, shopName, shop: slug, workNumber: '1000' }}
          label={t('door.password')}
        />
        {failure !== null && (
          <p className="sign-in-error" role="alert">
            {sentence(failure, lang)}
          </p>
        )}
        <Button type="primary" size="large" htmlType="submit" block data-testid="door-submit" loading={busy}>
          {t('setUp.submit')}
        </Button>
      </Form>
    </>
  );
}

const lower = (text: string) => text.normalize('NFKC').toLowerCase().trim();
