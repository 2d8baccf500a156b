import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { maxTextLength } from '../../../core/wire.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import type { Later } from './composer-api.ts';
import { fieldValue, fromField, presets } from './later-times.ts';
import { useComposerWords } from './words.ts';

interface Props {
  initial: Omit<Later, 'sendAt'> & { sendAt: number | null };
  busy: boolean;
  onClose(): void;
  onDone(later: Later): void;
}

/** What, when, and whether it leaves also where the customer has written meanwhile. */
export function LaterDialog({ initial, busy, onClose, onDone }: Props) {
  const { t, lang } = usePreferences();
  const say = useComposerWords();
  const [now] = useState(Date.now);
  const [text, setText] = useState(initial.text);
  const [time, setTime] = useState(() => fieldValue(initial.sendAt ?? presets(now)[0]!.at));
  const [evenIfWritten, setEven] = useState(initial.evenIfWritten);
  const sendAt = fromField(time);
  const ahead = sendAt !== null && sendAt > now;
  const empty = text.trim() === '';
  return (
    <Modal
      open
      title={say('later.title')}
      okText={say('later.ok')}
      cancelText={say('later.cancel')}
      okButtonProps={{ disabled: !ahead || empty, 'data-testid': 'later-ok' }}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => onDone({ text, sendAt: sendAt!, evenIfWritten })}
    >
      <div className="later-form">
        <Input.TextArea
          aria-label={t('composer.label')}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={maxTextLength}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="later-presets" role="group" aria-label={say('later.when')}>
          {presets(now).map(({ name, at }) => (
            <Button
              key={name}
              size="small"
              type={sendAt === at ? 'primary' : 'default'}
              onClick={() => setTime(fieldValue(at))}
            >
              {say(`later.preset.${name}`, { time: shortDayAndTime(at, lang) })}
            </Button>
          ))}
        </div>
        <label className="later-time">
          {say('later.when')}
          <input
            type="datetime-local"
            data-testid="later-time"
            value={time}
            min={fieldValue(now)}
            aria-invalid={!ahead}
            onChange={(event) => setTime(event.target.value)}
          />
        </label>
        {!ahead && <p className="later-wrong">{say('later.past')}</p>}
        <Checkbox checked={evenIfWritten} onChange={(event) => setEven(event.target.checked)}>
          {say('later.even')}
        </Checkbox>
        <p className="muted">{say('later.what')}</p>
      </div>
    </Modal>
  );
}
