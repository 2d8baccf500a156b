import { Modal } from 'antd';
import { useMessage } from '../../lib/use-message.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { useOperationsWords } from '../operations/words.ts';
import { ParcelForm } from './parcel-form.tsx';
import { sentOf } from './parcel.ts';

interface Props {
  order: OrderView;
  conversationId: string | null;
  onClose(): void;
}

/** The same form beside an order, for who has the parcel on another table. */
export function BookInDialog({ order, conversationId, onClose }: Props) {
  const say = useOperationsWords();
  const message = useMessage();
  const found = { ...order, expected: null, sent: sentOf(order), arrived: [] };
  return (
    <Modal
      open
      width={880}
      footer={null}
      title={say('dialog.title', { kind: say('kind.book-in'), number: order.number })}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <ParcelForm
        order={found}
        code=""
        conversationId={conversationId}
        onBooked={(operation) => {
          message.success(say('warehouse.bookedIn', { result: operation.trackingNo ?? '' }));
          onClose();
        }}
      />
    </Modal>
  );
}
