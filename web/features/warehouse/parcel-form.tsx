import { useEffect, useRef, useState } from 'react';
import type { FoundParcel, OperationRequest, OperationView } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { Comparison } from '../operations/comparison.tsx';
import { operationsApi } from '../operations/operations-api.ts';
import { useAttempt } from '../operations/use-attempt.ts';
import { useOperated } from '../operations/use-operations.ts';
import { useOperationsWords } from '../operations/words.ts';
import { BookingForm } from './booking-form.tsx';
import { BookingText } from './booking-text.tsx';
import { ContentRows } from './content-rows.tsx';
import { arrivedIn, comparisonOf, rowsOf } from './parcel.ts';
import { Photos } from './photos.tsx';

interface Props {
  order: FoundParcel['orders'][number];
  /** What was scanned: its tracking number, or the order's. */
  code: string;
  conversationId?: string | null;
  onBooked(operation: OperationView): void;
}

/** What lies in the parcel, counted beside what was sent and announced; how they compare is seen while one counts. */
export function ParcelForm({ order, code, conversationId = null, onBooked }: Props) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const operated = useOperated();
  const form = useRef<HTMLFormElement>(null);
  const [rows, setRows] = useState(() => rowsOf(order, order));
  const [trackingNo, setTrackingNo] = useState(() => trackingIn(order, code));
  const [carrier, setCarrier] = useState('');
  const [note, setNote] = useState('');
  const [photos, setPhotos] = useState<{ ids: string[]; busy: boolean }>({ ids: [], busy: false });
  useEffect(() => form.current?.querySelector<HTMLInputElement>('[data-testid=counted]')?.focus(), []);

  const { state, error, run } = useAttempt((key, asked: Omit<OperationRequest, 'key'>) =>
    operationsApi.begin(order.orderId, { key, ...asked }),
  );
  const items = arrivedIn(rows);
  const comparison = comparisonOf(rows);
  const complete = items.length > 0 && trackingNo.trim() !== '' && !photos.busy;

  const bookIn = async () => {
    const booked = await run({
      wish: {
        kind: 'book-in',
        trackingNo: trackingNo.trim(),
        carrier: carrier.trim() || null,
        items,
        photos: photos.ids,
      },
      reason: {
        code: (order.expected?.reason.code ?? 'other') as OperationRequest['reason']['code'],
        words: note.trim() || say('warehouse.note.default'),
      },
      conversationId,
    });
    void operated(order.orderId);
    if (booked) onBooked(booked);
  };

  return (
    <BookingForm
      formRef={form}
      name="parcel-form"
      title={say('approvals.order', { number: order.number })}
      what={say('warehouse.contents.what')}
      whereUnknown={say('dialog.unknown.what')}
      complete={complete}
      button={{ name: 'book-in', label: say('warehouse.bookIn') }}
      state={state}
      error={error}
      onBook={() => void bookIn()}
    >
      {order.arrived.length > 0 && (
        <p className="parcel-before figures">
          {say('warehouse.arrived')}：
          {order.arrived
            .map(({ trackingNo: number, createdAt }) => `${number ?? ''} ${shortDayAndTime(createdAt, lang)}`)
            .join(' · ')}
        </p>
      )}
      <ContentRows rows={rows} announced={order.expected !== null} onChange={setRows} />
      <Comparison comparison={comparison} />
      <div className="parcel-fields">
        <BookingText
          label={say('warehouse.tracking')}
          testId="return-tracking"
          longest={60}
          value={trackingNo}
          onChange={setTrackingNo}
        />
        <BookingText label={say('warehouse.carrier')} longest={40} value={carrier} onChange={setCarrier} />
        <BookingText
          label={say('warehouse.note')}
          placeholder={say('warehouse.note.hint')}
          longest={500}
          value={note}
          onChange={setNote}
        />
      </div>
      <Photos orderId={order.orderId} onChange={setPhotos} />
    </BookingForm>
  );
}

/** What was scanned, where it is a parcel's number; found by the order's, what the customer gave. */
function trackingIn({ parcels, expected }: Props['order'], code: string): string {
  const announced = expected?.trackingNo ?? null;
  const isParcel = announced === code || parcels.some((parcel) => parcel.trackingNo === code);
  return isParcel ? code : (announced ?? '');
}
