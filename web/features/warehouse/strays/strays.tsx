import { Segmented } from 'antd';
import { useState } from 'react';
import type { StrayParcel } from '../../../../core/commerce/stray-api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { shortDayAndTime } from '../../../lib/format.ts';
import { Pill } from '../../../lib/pill.tsx';
import { More } from '../../operations/more.tsx';
import { ParcelPhotos } from '../../operations/parcel-photos.tsx';
import { usePages } from '../../operations/use-pages.ts';
import { useOperationsWords } from '../../operations/words.ts';
import { Answer, Nothing } from '../../orders/answer.tsx';
import { GiveUpDialog } from './give-up-dialog.tsx';
import { straysApi } from './strays-api.ts';
import { TieDialog } from './tie-dialog.tsx';
import './strays.css';

/** Parcels that fit no order: those that wait for one, and what became of the others. */
export function Strays() {
  const say = useOperationsWords();
  const [show, setShow] = useState<'waiting' | 'ended'>('waiting');
  // Its row goes from the list while the dialog still tells what came of it.
  const [open, setOpen] = useState<Opened | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Segmented
        className="stray-shows"
        aria-label={say('warehouse.tab.strays')}
        value={show}
        options={(['waiting', 'ended'] as const).map((one) => ({ value: one, label: say(`stray.${one}`) }))}
        onChange={setShow}
      />
      <List key={show} show={show} onOpen={setOpen} />
      {open?.what === 'tie' && <TieDialog parcel={open.parcel} onClose={close} />}
      {open?.what === 'give-up' && <GiveUpDialog parcel={open.parcel} onClose={close} />}
    </>
  );
}

interface Opened {
  parcel: StrayParcel;
  what: 'tie' | 'give-up';
}
interface ListProps {
  show: 'waiting' | 'ended';
  onOpen(opened: Opened): void;
}

function List({ show, onOpen }: ListProps) {
  const say = useOperationsWords();
  const { query, more } = usePages(['strays', show], (after) => straysApi.list(show, after));
  return (
    <Answer query={query} failed={say('warehouse.failed')}>
      {(rows) =>
        rows.length === 0 ? (
          <Nothing title={say(`stray.${show}.empty`)} what={say(`stray.${show}.empty.what`)} />
        ) : (
          <>
            <ul className="parcel-rows">
              {rows.map((row) => (
                <StrayRow key={row.parcelId} parcel={row} onOpen={onOpen} />
              ))}
            </ul>
            <More more={more} />
          </>
        )
      }
    </Answer>
  );
}

function StrayRow({ parcel, onOpen }: Pick<ListProps, 'onOpen'> & { parcel: StrayParcel }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const { state, trackingNo, carrier, items, sender, bookedBy, bookedAt, order, words, endedBy, endedAt } =
    parcel;
  return (
    <li className="parcel-row" data-testid="stray-row" data-state={state}>
      <strong className="figures">{trackingNo}</strong>
      <div>
        <p>
          {items
            .map(({ skuCode, quantity, condition }) =>
              say('stray.item.line', { sku: skuCode, count: quantity, how: say(`condition.${condition}`) }),
            )
            .join(' · ')}
        </p>
        {sender && <p>{say('stray.from', { sender })}</p>}
        <p className="muted figures">
          {[carrier, bookedBy, shortDayAndTime(bookedAt, lang)].filter(Boolean).join(' · ')}
        </p>
        {state === 'waiting' ? (
          <ParcelPhotos orderId={null} photos={parcel.photos} />
        ) : (
          <p className="figures">
            {order ? say('stray.tiedTo', { number: order.number }) : words}{' '}
            <span className="muted">
              {[endedBy, endedAt !== null && shortDayAndTime(endedAt, lang)].filter(Boolean).join(' · ')}
            </span>
          </p>
        )}
      </div>
      {state === 'waiting' ? (
        <span className="stray-acts">
          <button
            type="button"
            className="fact-put"
            data-testid="stray-tie"
            aria-label={say('stray.tie.of', { number: trackingNo })}
            onClick={() => onOpen({ parcel, what: 'tie' })}
          >
            {say('stray.tie')}
          </button>
          <button
            type="button"
            className="fact-put"
            data-testid="stray-give-up"
            aria-label={say('stray.giveUp.of', { number: trackingNo })}
            onClick={() => onOpen({ parcel, what: 'give-up' })}
          >
            {say('stray.giveUp')}
          </button>
        </span>
      ) : (
        <Pill tone={state === 'tied' ? 'green' : 'muted'}>{say(`stray.state.${state}`)}</Pill>
      )}
    </li>
  );
}
