import { Button, ConfigProvider, Input } from 'antd';
import { useState } from 'react';
import type { StrayBooking, StrayParcel } from '../../../../core/commerce/stray-api.ts';
import { useStatus } from '../../../app/live.tsx';
import { usePreferences } from '../../../app/preferences.tsx';
import { sentence } from '../../../lib/failure.ts';
import { Field } from '../../operations/field.tsx';
import { useAttempt } from '../../operations/use-attempt.ts';
import { useOperationsWords } from '../../operations/words.ts';
import { Photos } from '../photos.tsx';
import { firstItem, itemsIn, StrayItems, type StrayItem } from './stray-items.tsx';
import { straysApi } from './strays-api.ts';
import '../../operations/dialog.css';
import './strays.css';

interface Props {
  /** What was scanned, and nobody knows. */
  code: string;
  onBooked(parcel: StrayParcel): void;
}

/** A parcel whose order nobody can tell: what is in it and who may have sent it, until somebody can. */
export function StrayForm({ code, onBooked }: Props) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const offline = useStatus() === 'offline';
  const [items, setItems] = useState<StrayItem[]>([firstItem]);
  const [written, setWritten] = useState({ trackingNo: code, carrier: '', sender: '' });
  const [photos, setPhotos] = useState<{ ids: string[]; busy: boolean }>({ ids: [], busy: false });
  const { state, error, run } = useAttempt((key, booking: Omit<StrayBooking, 'key'>) =>
    straysApi.book({ key, ...booking }),
  );
  const unknown = state === 'unknown';
  const named = itemsIn(items);
  const ready = named.length > 0 && written.trackingNo.trim() !== '' && !photos.busy && !offline;
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
  const text = (name: keyof typeof written, label: string, long: number, hint?: string) => (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          data-testid={`stray-${name}`}
          autoComplete="off"
          maxLength={long}
          value={written[name]}
          onChange={({ target }) => setWritten({ ...written, [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <form
      className="parcel-form"
      data-testid="stray-form"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !(ready || unknown)) return;
        event.preventDefault();
        void book();
      }}
    >
      <header className="parcel-form-head">
        <h2>{say('stray.title')}</h2>
        <span className="muted">{say('stray.what')}</span>
      </header>
      <ConfigProvider componentDisabled={unknown || state === 'asking'}>
        <StrayItems items={items} onChange={setItems} />
        <div className="parcel-fields">
          {text('trackingNo', say('warehouse.tracking'), 60)}
          {text('carrier', say('warehouse.carrier'), 40)}
          {text('sender', say('stray.sender'), 300, say('stray.sender.hint'))}
        </div>
        <Photos orderId={null} onChange={setPhotos} />
      </ConfigProvider>
      {error !== null && (
        <p className="operation-problem" role="alert">
          {unknown ? `${say('dialog.unknown')}${say('stray.unknown')}` : sentence(error, lang)}
        </p>
      )}
      {offline && <p className="field-problem">{say('dialog.offline')}</p>}
      <Button
        type="primary"
        size="large"
        data-testid="stray-book"
        disabled={!ready && !unknown}
        loading={state === 'asking'}
        onClick={() => void book()}
      >
        {unknown ? say('dialog.again') : say('stray.book')} <kbd aria-hidden>Ctrl Enter</kbd>
      </Button>
    </form>
  );
}
