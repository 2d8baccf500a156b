import { Segmented } from 'antd';
import { useState } from 'react';
import type { StrayParcel } from '../../../../core/commerce/stray-api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { shortDayAndTime } from '../../../lib/format.ts';
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
  return (
    <>
      <Segmented
        className="stray-shows"
        aria-label={say('warehouse.tab.strays')}
        value={show}
        options={(['waiting', 'ended'] as const).map((one) => ({ value: one, label: say(`stray.${one}`) }))}
        onChange={setShow}
      />
      <List key={show} show={show} />
    </>
  );
}

function List({ show }: { show: 'waiting' | 'ended' }) {
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
                <StrayRow key={row.parcelId} parcel={row} />
              ))}
            </ul>
            <More more={more} />
          </>
        )
      }
    </Answer>
  );
}

function StrayRow({ parcel }: { parcel: StrayParcel }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const [open, setOpen] = useState<'tie' | 'give-up' | null>(null);
  const { state, trackingNo, carrier, items, sender, bookedBy, bookedAt, order, words, endedBy, endedAt } =
    parcel;
  const close = () => setOpen(null);
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
            onClick={() => setOpen('tie')}
          >
            {say('stray.tie')}
          </button>
          <button
            type="button"
            className="fact-put"
            data-testid="stray-give-up"
            aria-label={say('stray.giveUp.of', { number: trackingNo })}
            onClick={() => setOpen('give-up')}
          >
            {say('stray.giveUp')}
          </button>
        </span>
      ) : (
        <span className="operation-state" data-state={state === 'tied' ? 'done' : 'undone'}>
          {say(`stray.state.${state}`)}
        </span>
      )}
      {open === 'tie' && <TieDialog parcel={parcel} onClose={close} />}
      {open === 'give-up' && <GiveUpDialog parcel={parcel} onClose={close} />}
    </li>
  );
}
