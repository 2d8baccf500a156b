import { Button, Modal } from 'antd';
import { useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { clockTime } from '../../lib/format.ts';
import { asLocal, snoozeTimes } from './snooze-times.ts';
import { useInboxWords } from './words.ts';
import './inbox-parts.css';

interface Props {
  /** Answers whether it was done. @param until null: until the customer writes */
  onSnooze(until: number | null): Promise<boolean>;
  onClose(): void;
}

export function SnoozeDialog({ onSnooze, onClose }: Props) {
  const { lang } = usePreferences();
  const w = useInboxWords();
  const [now] = useState(Date.now);
  const [own, setOwn] = useState(asLocal(now + 2 * 3600_000));
  const [busy, setBusy] = useState(false);
  const choose = async (until: number | null) => {
    setBusy(true);
    const done = await onSnooze(until);
    setBusy(false);
    if (done) onClose();
  };
  const ownAt = Date.parse(own);
  const past = !(ownAt > Date.now());
  return (
    <Modal open title={w('snooze.title')} footer={null} width={420} onCancel={onClose}>
      <p className="muted">{w('snooze.what')}</p>
      <div className="snooze-times">
        <Button
          type="primary"
          disabled={busy}
          data-testid="snooze-customer"
          onClick={() => void choose(null)}
        >
          {w('snooze.customer')}
        </Button>
        {snoozeTimes(now).map(({ key, count, at }) => (
          <Button
            key={`${key}${count}`}
            disabled={busy}
            data-testid={`snooze-${key}-${count}`}
            onClick={() => void choose(at)}
          >
            {w(`snooze.${key}`, { count, time: clockTime(at, lang) })}
          </Button>
        ))}
      </div>
      <form
        className="snooze-own"
        onSubmit={(event) => {
          event.preventDefault();
          if (!past) void choose(ownAt);
        }}
      >
        <label>
          {w('snooze.custom')}
          <input
            type="datetime-local"
            value={own}
            min={asLocal(now)}
            onChange={(event) => setOwn(event.target.value)}
          />
        </label>
        <Button htmlType="submit" disabled={busy || past}>
          {w('snooze.choose')}
        </Button>
        {past && <p role="alert">{w('snooze.past')}</p>}
      </form>
    </Modal>
  );
}
