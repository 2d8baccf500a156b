import { Form, InputNumber, Select } from 'antd';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { buyingApi } from '../buying/buying-api.ts';
import { useBuyingWords } from '../buying/words.ts';
import { useShortageAct } from './use-shortage-act.ts';

interface Props {
  order: OrderView;
  /** Those not marked yet, by their place. */
  lines: number[];
  onClose(): void;
}

/** Marks a line that can't be sent; the order stays as it is. */
export function MarkDialog({ order, lines, onClose }: Props) {
  const say = useBuyingWords();
  const mark = useShortageAct(({ line, units }: { line: number; units: number }) =>
    buyingApi.markShort(order.orderId, line, units),
  );
  return (
    <FormDialog
      title={say('short.mark.title')}
      okText={say('short.mark.save')}
      okTestId="mark-short-save"
      act={mark}
      onClose={onClose}
    >
      <p className="muted">{say('short.mark.what')}</p>
      <Form.Item name="line" label={say('short.mark.line')} initialValue={lines[0]}>
        <Select
          options={lines.map((at) => {
            const { title, skuCode, spec } = order.lines[at]!;
            return { value: at, label: [title ?? skuCode, spec].filter(Boolean).join(' ') };
          })}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['line']}>
        {({ getFieldValue }) => (
          <Form.Item name="units" label={say('short.mark.units')} initialValue={1}>
            <InputNumber
              min={1}
              max={order.lines[Number(getFieldValue('line') ?? lines[0])]!.quantity}
              precision={0}
            />
          </Form.Item>
        )}
      </Form.Item>
    </FormDialog>
  );
}
