import { useState } from 'react';
import type { StrayBooking, StrayParcel } from '../../../../core/commerce/stray-api.ts';
import { useAttempt } from '../../operations/use-attempt.ts';
import { useOperationsWords } from '../../operations/words.ts';
import { BookingForm } from '../booking-form.tsx';
import { BookingText } from '../booking-text.tsx';
import { Photos } from '../photos.tsx';
import { firstItem, itemsIn, StrayItems, type StrayItem } from './stray-items.tsx';
import { straysApi } from './strays-api.ts';
import './strays.css';

interface Props {
  /** What was scanned, and nobody knows. */
  code: string;
  onBooked(parcel: StrayParcel): void;
}

/** A parcel whose order nobody can tell: what is in it and who may have sent it, until somebody can. */
export function StrayForm({ code, onBooked }: Props) {
  const say = useOperationsWords();
  const [items, setItems] = useState<StrayItem[]>([firstItem]);
  const [written, setWritten] = useState({ trackingNo: code, carrier: '', sender: '' });
  const [photos, setPhotos] = useState<{ ids: string[]; busy: boolean }>({ ids: [], busy: false });
  const { state, error, run } = useAttempt((key, booking: Omit<StrayBooking, 'key'>) =>
    straysApi.book({ key, ...booking }),
  );
  const named = itemsIn(items);
  const complete = named.length > 0 && written.trackingNo.trim() !== '' && !photos.busy;
  const book = async () => {
    const booked = await run({
      trackingNo: written.trackingNo.trim(),
      carrier: written.carrier.trim() || null,
      sender: written.sender.trim() || null,
      items: named,
      photos: photos.ids,
    });
    if (booked) onBooked(booked);
  };
  const text = (name: keyof typeof written, label: string, longest: number, hint?: string) => (
    <BookingText
      label={label}
      hint={hint}
      testId={`stray-${name}`}
      longest={longest}
      value={written[name]}
      onChange={(value) => setWritten({ ...written, [name]: value })}
    />
  );
  return (
    <BookingForm
      name="stray-form"
      title={say('stray.title')}
      what={say('stray.what')}
      whereUnknown={say('stray.unknown')}
      complete={complete}
      button={{ name: 'stray-book', label: say('stray.book') }}
      state={state}
      error={error}
      onBook={() => void book()}
    >
      <StrayItems items={items} onChange={setItems} />
      <div className="parcel-fields">
        {text('trackingNo', say('warehouse.tracking'), 60)}
        {text('carrier', say('warehouse.carrier'), 40)}
        {text('sender', say('stray.sender'), 300, say('stray.sender.hint'))}
      </div>
      <Photos orderId={null} onChange={setPhotos} />
    </BookingForm>
  );
}
