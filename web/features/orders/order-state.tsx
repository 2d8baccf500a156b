import type { OrderState } from '../../../core/commerce/order-state.ts';
import { Pill, type Tone } from '../../lib/pill.tsx';
import { useOrdersWords } from './words.ts';

const tones: Record<OrderState | 'unknown', Tone> = {
  unpaid: 'muted',
  paid: 'accent',
  dispatched: 'accent',
  received: 'green',
  returning: 'amber',
  closed: 'muted',
  unknown: 'muted',
};

interface Props {
  state: OrderState | null;
  /** As the platform calls it. */
  said?: string | null;
}

export function OrderStatePill({ state, said }: Props) {
  const say = useOrdersWords();
  const known = state ?? 'unknown';
  return (
    <Pill tone={tones[known]} title={said ?? undefined}>
      {say(`state.${known}`)}
    </Pill>
  );
}
