import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import type { OperationView } from '../../../../core/commerce/operation-api.ts';
import { compareParcel } from '../../../../core/commerce/operations/compare-parcel.ts';
import type { OrderView } from '../../../../core/commerce/order-api.ts';
import type { StrayParcel } from '../../../../core/commerce/stray-api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { sentence } from '../../../lib/failure.ts';
import { shortDayAndTime } from '../../../lib/format.ts';
import { useAct } from '../../../lib/use-act.ts';
import { Comparison } from '../../operations/comparison.tsx';
import { operationsKey, useOperated } from '../../operations/use-operations.ts';
import { useOperationsWords } from '../../operations/words.ts';
import { ordersApi } from '../../orders/orders-api.ts';
import { BookedIn } from '../booked-in.tsx';
import { sentOf } from '../parcel.ts';
import { straysApi } from './strays-api.ts';
import './strays.css';

/** Looks for the order by whatever the label says, shows how the parcel compares with it, and books it in there. */
export function TieDialog({ parcel, onClose }: { parcel: StrayParcel; onClose(): void }) {
  const say = useOperationsWords();
  const client = useQueryClient();
  const operated = useOperated();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<OrderView | null>(null);
  const [booked, setBooked] = useState<OperationView | null>(null);
  const tie = useAct(async ({ orderId }: OrderView) => {
    try {
      setBooked(await straysApi.tie(parcel.parcelId, orderId, say('stray.tie.words')));
    } finally {
      void operated(orderId);
    }
  });
  const close = () => {
    void client.invalidateQueries({ queryKey: [...operationsKey, 'strays'] });
    onClose();
  };
  return (
    <Modal
      open
      width={720}
      title={say('stray.tie.title', { number: parcel.trackingNo })}
      mask={{ closable: false }}
      onCancel={close}
      footer={
        booked ? (
          <Button type="primary" onClick={close}>
            {say('dialog.close')}
          </Button>
        ) : (
          <Button
            type="primary"
            data-testid="stray-tie-do"
            disabled={!chosen}
            loading={tie.busy}
            onClick={() => chosen && void tie.run(chosen)}
          >
            {say('stray.tie.do')}
          </Button>
        )
      }
    >
      {booked ? (
        <BookedIn operation={booked} />
      ) : (
        <div className="stray-tie">
          {parcel.sender && <p className="muted">{say('stray.from', { sender: parcel.sender })}</p>}
          <Input.Search
            autoFocus
            data-testid="stray-look"
            aria-label={say('stray.look')}
            placeholder={say('stray.look.hint')}
            maxLength={60}
            onSearch={(written) => {
              setChosen(null);
              setQ(written.trim());
            }}
          />
          {q !== '' && <Found q={q} chosen={chosen} onChoose={setChosen} />}
          {chosen && <Comparison comparison={compared(parcel, chosen)} />}
        </div>
      )}
    </Modal>
  );
}

/** With what had left for the customer; the booking itself also knows what they said would come. */
const compared = ({ items }: StrayParcel, order: OrderView) =>
  compareParcel(items, { sent: sentOf(order), returned: null });

interface FoundProps {
  q: string;
  chosen: OrderView | null;
  onChoose(order: OrderView): void;
}

function Found({ q, chosen, onChoose }: FoundProps) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const { data, error } = useQuery({
    queryKey: ['stray-look', q],
    queryFn: ({ signal }) => ordersApi.lookUp(q, signal),
    staleTime: 0,
  });
  if (error) {
    return (
      <p role="alert" className="field-problem">
        {sentence(error, lang)}
      </p>
    );
  }
  if (!data) return <Skeleton title={false} paragraph={{ rows: 3 }} />;
  if (data.orders.length === 0) return <p className="muted">{say('stray.look.none', { q })}</p>;
  return (
    <Radio.Group
      className="stray-found"
      aria-label={say('stray.look')}
      value={chosen?.orderId}
      onChange={({ target }) => {
        const order = data.orders.find(({ orderId }) => orderId === target.value);
        if (order) onChoose(order);
      }}
      options={data.orders.map((order) => ({
        value: order.orderId,
        label: (
          <span data-testid="stray-order">
            <strong className="figures">{say('approvals.order', { number: order.number })}</strong>{' '}
            {order.lines
              .map(({ title, spec, skuCode }) => [title ?? skuCode, spec].filter(Boolean).join(' '))
              .join(' · ')}
            <span className="muted figures stray-to">
              {[
                order.receiver,
                order.phone,
                order.address,
                order.placedAt !== null && shortDayAndTime(order.placedAt, lang),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        ),
      }))}
    />
  );
}
