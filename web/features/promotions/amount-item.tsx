import { Form, Input } from 'antd';
import type { NamePath } from 'antd/es/form/interface.js';
import { useBuyingWords } from '../buying/words.ts';
import { fenOf } from './fen.ts';

interface Props {
  name: NamePath;
  label: string;
  /** May stay empty. */
  optional?: true;
}

/** Yuan, as one writes them. */
export function AmountItem({ name, label, optional }: Props) {
  const say = useBuyingWords();
  const validator = async (_: unknown, written = '') => {
    if (optional && written.trim() === '') return;
    if (fenOf(written) === null) throw new Error(say('promo.amount'));
  };
  return (
    <Form.Item name={name} label={label} rules={[{ validator }]}>
      <Input inputMode="decimal" prefix="¥" autoComplete="off" maxLength={12} />
    </Form.Item>
  );
}
