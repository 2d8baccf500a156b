import { Form, Input } from 'antd';
import { useBuyingWords } from '../buying/words.ts';

/** What a promotion is called. */
export function NameItem() {
  const say = useBuyingWords();
  return (
    <Form.Item
      name="name"
      label={say('promo.name')}
      extra={say('promo.name.what')}
      rules={[{ required: true, whitespace: true, message: say('promo.needed') }]}
    >
      <Input maxLength={60} autoComplete="off" data-testid="promotion-name" />
    </Form.Item>
  );
}
