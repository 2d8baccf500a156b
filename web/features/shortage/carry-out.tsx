import type { ShortageView } from '../../../core/commerce/buying-api.ts';
import { useBuyingWords } from '../buying/words.ts';
import type { Begin } from '../operations/chosen.ts';
import { StateMark } from '../operations/state-mark.tsx';
import { useOperationsWords } from '../operations/words.ts';
import { beginningOfAnswer } from './begin-answer.ts';

interface Props {
  shortage: ShortageView;
  onBegin: ((orderId: string, begin: Begin) => void) | null;
}

/** What the customer chose, one click from being done: its form opens, filled in. */
export function CarryOut({ shortage, onBegin }: Props) {
  const say = useBuyingWords();
  const { answer, orderId } = shortage;
  if (!onBegin || !answer) return null;
  const choice = say(`short.${answer.choice}`);
  const begin = beginningOfAnswer(shortage, say('short.carry.words', { choice }));
  if (!begin) return null;
  return (
    <button
      type="button"
      className="quiet-button short-carry"
      data-testid="carry-short"
      onClick={() => onBegin(orderId, begin)}
    >
      {say(begin.kind === 'size-change' ? 'short.carry.swap' : 'short.carry.refund')}
    </button>
  );
}

/** What is being done about it already; the shortage ends when that is done. */
export function UnderWay({ shortage: { operation } }: { shortage: ShortageView }) {
  const say = useOperationsWords();
  if (!operation) return null;
  return (
    <span className="short-under-way" data-testid="short-under-way">
      {say(`kind.${operation.kind}`)} <StateMark kind={operation.kind} state={operation.state} />
    </span>
  );
}
