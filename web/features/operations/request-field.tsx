import { useQuery } from '@tanstack/react-query';
import { Radio, Skeleton } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { threadQuery } from '../thread/thread-query.ts';
import { useOperationsWords } from './words.ts';

const shown = 8;

/** The customer's own message that asks for it: without one an order is not closed. */
export function RequestField({
  conversationId,
  value,
  onChange,
}: {
  conversationId: string;
  value: number | null;
  onChange(seq: number): void;
}) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const { data } = useQuery(threadQuery(conversationId));
  const said = data?.messages.filter(({ author, text }) => author === 'customer' && text).slice(-shown) ?? [];
  return (
    <fieldset className="operation-field">
      <legend>{say('field.request')}</legend>
      <p className="field-hint">
        {say(data && said.length === 0 ? 'field.request.none' : 'field.request.hint')}
      </p>
      {!data && <Skeleton title={false} paragraph={{ rows: 3 }} />}
      <Radio.Group
        className="request-choices"
        value={value}
        onChange={({ target }) => onChange(target.value as number)}
      >
        {said.toReversed().map(({ seq, text, at }) => (
          <Radio key={seq} value={seq} data-testid="request">
            <span className="request-text">{text}</span>{' '}
            <time className="muted figures">{shortDayAndTime(at, lang)}</time>
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}
