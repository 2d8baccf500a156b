import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import type { Consent } from '../../../../core/api.ts';
import {
  consentChannels,
  consentWays,
  type ConsentChannel,
  type ConsentState,
  type ConsentWay,
} from '../../../../core/customers/customer.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useMay } from '../../../app/session.ts';
import { customerApi } from '../../../lib/customer-api.ts';
import { useCustomerWords } from '../../../lib/customer-words.ts';
import { dayAndTime } from '../../../lib/format.ts';
import { useChange, type PartProps } from './use-change.ts';

/** Whether they may be written to for marketing: the last word of each channel, and every word on demand. */
export function Consents({ id, side: { consents } }: PartProps) {
  const w = useCustomerWords();
  const may = useMay();
  const [recording, setRecording] = useState(false);
  const latest = consentChannels.flatMap((channel) => consents.find((one) => one.channel === channel) ?? []);
  return (
    <section className="side-section" data-testid="customer-consents">
      <header className="side-head">
        <h3>{w('consent.title')}</h3>
        {may('customers.edit') && !recording && (
          <button
            type="button"
            className="quiet-button"
            data-testid="record-consent"
            onClick={() => setRecording(true)}
          >
            {w('consent.record')}
          </button>
        )}
      </header>
      {latest.length === 0 && !recording && <p className="muted">{w('consent.none')}</p>}
      <ul className="consents">
        {latest.map((one) => (
          <Line key={one.channel} consent={one} />
        ))}
      </ul>
      {consents.length > latest.length && (
        <details className="consent-history">
          <summary>{w('consent.history', { count: consents.length })}</summary>
          <ul className="consents">
            {consents.map((one) => (
              <Line key={one.consentId} consent={one} />
            ))}
          </ul>
        </details>
      )}
      {recording && <Recorder id={id} onClose={() => setRecording(false)} />}
    </section>
  );
}

function Line({ consent: { channel, state, how, at, byName } }: { consent: Consent }) {
  const { lang } = usePreferences();
  const w = useCustomerWords();
  return (
    <li className="consent" data-state={state}>
      <span>{w(`channel.${channel}`)}</span>
      <strong>{w(`consent.${state}`)}</strong>
      <span className="muted">
        {w('consent.line', { time: dayAndTime(at, lang), how: w(`how.${how}`), name: byName })}
      </span>
    </li>
  );
}

function Recorder({ id, onClose }: { id: string; onClose(): void }) {
  const w = useCustomerWords();
  const [channel, setChannel] = useState<ConsentChannel>('sms');
  const [state, setState] = useState<ConsentState>('given');
  const [how, setHow] = useState<ConsentWay>('in-chat');
  const record = useChange(id, () => customerApi.consent(id, { channel, state, how }), w('consent.saved'));
  return (
    <div className="consent-form">
      <Select
        size="small"
        aria-label={w('consent.channel')}
        value={channel}
        options={consentChannels.map((value) => ({ value, label: w(`channel.${value}`) }))}
        onChange={setChannel}
      />
      <Select
        size="small"
        aria-label={w('consent.how')}
        value={how}
        options={consentWays.map((value) => ({ value: value as ConsentWay, label: w(`how.${value}`) }))}
        onChange={setHow}
      />
      <Radio.Group
        size="small"
        aria-label={w('consent.state')}
        value={state}
        onChange={({ target }) => setState(target.value as ConsentState)}
        options={(['given', 'withdrawn'] as const).map((value) => ({ value, label: w(`consent.${value}`) }))}
      />
      <span className="form-foot">
        <Button size="small" onClick={onClose}>
          {w('cancel')}
        </Button>
        <Button
          size="small"
          type="primary"
          data-testid="save-consent"
          loading={record.busy}
          onClick={async () => {
            if (await record.run()) onClose();
          }}
        >
          {w('consent.record')}
        </Button>
      </span>
    </div>
  );
}
