import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, InputNumber, Modal, Skeleton, Switch } from 'antd';
import type { AutoClose } from '../../../core/team/shop-settings.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { inboxApi } from '../../lib/inbox-api.ts';
import { useAct } from '../../lib/use-act.ts';
import { useInboxWords } from './words.ts';

type Wish = { on: boolean } & Partial<AutoClose>;

const usual: AutoClose = { afterMinutes: 30, warnMinutes: 5 };
const longest = 8400;
const queryKey = ['auto-close'];

/** For the administrator: after how much silence conversations close. */
export function AutoCloseDialog({ onClose }: { onClose(): void }) {
  const { lang } = usePreferences();
  const w = useInboxWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Wish>();
  const on = Form.useWatch('on', form);
  const { data, error } = useQuery({ queryKey, queryFn: inboxApi.autoClose, gcTime: 0 });
  const save = useAct(async ({ on: wanted, afterMinutes, warnMinutes }: Wish) => {
    await inboxApi.setAutoClose(wanted ? { afterMinutes: afterMinutes!, warnMinutes: warnMinutes! } : null);
    await client.invalidateQueries({ queryKey });
  }, w('autoClose.saved'));
  const whole = (least: number) => ({
    required: true,
    type: 'integer' as const,
    min: least,
    max: longest,
    message: w('autoClose.missing', { least, most: longest }),
  });
  return (
    <Modal
      open
      title={w('autoClose.title')}
      okText={w('autoClose.save')}
      okButtonProps={{ disabled: !data, 'data-testid': 'auto-close-save' }}
      confirmLoading={save.busy}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{w('autoClose.what')}</p>
      {error && <p role="alert">{sentence(error, lang)}</p>}
      {!data && !error && <Skeleton title={false} paragraph={{ rows: 3 }} />}
      {data && (
        <Form<Wish>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ on: data.autoClose !== null, ...usual, ...data.autoClose }}
          onFinish={async (wish) => {
            if (await save.run(wish)) onClose();
          }}
        >
          <Form.Item name="on" label={w('autoClose.on')} valuePropName="checked">
            <Switch data-testid="auto-close-on" />
          </Form.Item>
          <Form.Item name="afterMinutes" label={w('autoClose.after')} rules={on ? [whole(2)] : []}>
            <InputNumber disabled={!on} data-testid="auto-close-after" />
          </Form.Item>
          <Form.Item
            name="warnMinutes"
            label={w('autoClose.warn')}
            dependencies={['afterMinutes']}
            rules={
              on
                ? [
                    whole(1),
                    ({ getFieldValue }) => ({
                      validator: (_, value: number) =>
                        value < (getFieldValue('afterMinutes') as number)
                          ? Promise.resolve()
                          : Promise.reject(new Error(w('autoClose.warn.before'))),
                    }),
                  ]
                : []
            }
          >
            <InputNumber disabled={!on} data-testid="auto-close-warn" />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
