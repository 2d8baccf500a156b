import { DatePicker, Form } from 'antd';
import { useBuyingWords } from '../buying/words.ts';

/** A moment as the picker has it. */
export interface Moment {
  valueOf(): number;
}

/** From when to when. */
export function TimesItem() {
  const say = useBuyingWords();
  return (
    <Form.Item
      name="times"
      label={say('promo.when')}
      rules={[{ required: true, message: say('promo.needed') }]}
    >
      <DatePicker.RangePicker
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        className="promotion-times"
      />
    </Form.Item>
  );
}
