import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { SecondStepKey } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { peopleApi } from '../../lib/people-api.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { QrCode } from './qr-code.tsx';

interface Props {
  stepKey: SecondStepKey;
  onConfirmed(codes: string[]): void;
  onCancel(): void;
}

/** The key for the authenticator, and the first code that shows it has arrived. */
export function ConfirmStep({ stepKey: { key, uri }, onConfirmed, onCancel }: Props) {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const [form] = Form.useForm<{ code: string }>();
  const [busy, setBusy] = useState(false);
  const confirm = async (code: string) => {
    setBusy(true);
    try {
      onConfirmed((await peopleApi.confirmSecondStep(code.replaceAll(/\s/g, ''))).recoveryCodes);
    } catch (error) {
      form.setFields([{ name: 'code', errors: [sentence(error, lang)] }]);
      setBusy(false);
    }
  };
  return (
    <div className="confirm-step">
      <QrCode text={uri} label={t('step.qr')} />
      <div>
        <p>{t('step.scan')}</p>
        <p className="step-key" data-testid="step-key" aria-label={t('step.key')}>
          {key.match(/.{1,4}/g)?.join(' ')}
        </p>
        <p>
          <a href={uri}>{t('step.open')}</a>
        </p>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          className="account-form"
          onFinish={({ code }) => void confirm(code)}
        >
          <Form.Item
            name="code"
            label={t('step.code')}
            rules={[{ required: true, message: t('person.missing', { field: t('step.code') }) }]}
          >
            <Input
              data-testid="step-code"
              className="figures"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
              autoFocus
            />
          </Form.Item>
          <div className="account-acts">
            <Button type="primary" htmlType="submit" data-testid="step-confirm" loading={busy}>
              {t('step.confirm')}
            </Button>
            <Button onClick={onCancel}>{t('account.cancel')}</Button>
          </div>
        </Form>
      </div>
    </div>
  );
}
