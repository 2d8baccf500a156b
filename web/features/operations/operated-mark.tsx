import type { Event } from '../../../core/events.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { amount } from '../orders/amount.ts';
import { OvertakenMark } from './overtaken-mark.tsx';
import { stateKey } from './states.ts';
import { useOperationsWords } from './words.ts';

/** In the thread: what happened to an order of this customer's. */
export function OperatedMark({
  event,
  by,
  isLatest,
}: {
  event: Extract<Event, { type: 'order.operated' }>;
  /** null: the till, or the desk itself. */
  by: string | null;
  /** Of what happened to the operation. */
  isLatest: boolean;
}) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const { kind, state, amountFen, currency } = event;
  if (event.overtaken) return <OvertakenMark event={event} isLatest={isLatest} />;
  return say(by === null ? 'mark.itself' : 'mark.by', {
    by: by ?? '',
    what: [say(`kind.${kind}`), amountFen !== null && amount(amountFen, currency, lang)]
      .filter(Boolean)
      .join(' '),
    state: say(stateKey(kind, state)),
  });
}
