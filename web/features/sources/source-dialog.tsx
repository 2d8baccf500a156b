import { Alert, Form, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { SourceKind, SourceView } from '../../../core/commerce/source-api.ts';
import { sourceKeys, sourceKinds } from '../../../core/commerce/source-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { kindName } from './source-card.tsx';
import { sourcesApi } from './sources-api.ts';
import { useSourcesWords } from './words.ts';

interface Props {
  /** null: a new one. */
  source: SourceView | null;
  onDone(): Promise<unknown>;
  onClose(): void;
}

type Wish = { address: string } & Record<string, string>;

/** Address and keys; only what answers is kept. Keys that are kept are never shown. */
export function SourceDialog({ source, onDone, onClose }: Props) {
  const say = useSourcesWords();
  const { lang } = usePreferences();
  const [form] = Form.useForm<Wish>();
  const [kind, setKind] = useState<SourceKind>(source?.kind ?? 'shopify');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async ({ address, ...written }: Wish) => {
    setBusy(true);
    setError(null);
    const keys = Object.fromEntries(
      sourceKeys[kind].flatMap((name) => (written[name] ? [[name, written[name]]] : [])),
    );
    try {
      await (source
        ? sourcesApi.change(source.sourceId, { address, keys })
        : sourcesApi.connect({ kind, address, keys }));
      void onDone();
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      width={600}
      title={source ? say('form.change', { name: kindName(source.kind) }) : say('form.connect')}
      okText={say(source ? 'form.save' : 'form.submit')}
      okButtonProps={{ id: 'source-submit' }}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Wish>
        form={form}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={{ address: source?.address ?? '' }}
        onFinish={(wish) => void submit(wish)}
      >
        {!source && (
          <Form.Item label={say('form.kind')}>
            <Segmented<SourceKind>
              aria-label={say('form.kind')}
              value={kind}
              onChange={setKind}
              options={sourceKinds.map((value) => ({ value, label: kindName(value) }))}
            />
          </Form.Item>
        )}
        <Form.Item name="address" label={say('form.address')} rules={[{ required: true, whitespace: true }]}>
          <Input placeholder={say(`form.address.${kind}`)} maxLength={300} />
        </Form.Item>
        <p className="muted source-form-how">{say(`form.keys.${kind}`)}</p>
        <div className="source-form-keys">
          {sourceKeys[kind].map((name) => (
            <Form.Item
              key={`${kind} ${name}`}
              name={name}
              label={say(`key.${name}`)}
              extra={name === 'hookSecret' ? say(`form.hook.${kind}`) : undefined}
            >
              <Input.Password
                maxLength={300}
                autoComplete="new-password"
                placeholder={source?.has.includes(name) ? say('form.kept') : undefined}
              />
            </Form.Item>
          ))}
        </div>
      </Form>
      {error !== null && <Alert type="warning" showIcon role="alert" title={sentence(error, lang)} />}
    </Modal>
  );
}
