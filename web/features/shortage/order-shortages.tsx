import { useQuery } from '@tanstack/react-query';
import { Popconfirm } from 'antd';
import { useState } from 'react';
import type { ShortagesBeside, ShortageView } from '../../../core/commerce/buying-api.ts';
import type { OrderView } from '../../../core/commerce/order-api.ts';
import { shortageWords } from '../../../core/words/buying.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { shortDayAndTime } from '../../lib/format.ts';
import type { Begin } from '../operations/chosen.ts';
import { buyingApi } from '../buying/buying-api.ts';
import { PutButton } from '../buying/put-button.tsx';
import { useBuyingWords } from '../buying/words.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { MarkDialog } from './mark-dialog.tsx';
import { CarryOut, UnderWay } from './carry-out.tsx';
import { Offered } from './offered.tsx';
import { useShortageAct } from './use-shortage-act.ts';
import './shortage.css';

interface Props {
  conversationId: string;
  order: OrderView;
  onPut(text: string): void;
  /** null: the reader carries nothing out. */
  onBegin: ((orderId: string, begin: Begin) => void) | null;
}

/** What of an order can't be sent, with the choice to put to the customer; and the way to mark it. */
export function OrderShortages({ conversationId, order, onPut, onBegin }: Props) {
  const say = useBuyingWords();
  const may = useMay();
  const [marking, setMarking] = useState(false);
  const { data } = useQuery({
    queryKey: ['shortages', conversationId],
    queryFn: () => buyingApi.shortagesBeside(conversationId),
  });
  if (!data) return null;
  const own = data.shortages.filter(({ orderId }) => orderId === order.orderId);
  const free = order.lines.flatMap((_, at) => (own.some(({ line }) => line === at) ? [] : at));
  return (
    <>
      {own.map((shortage) => (
        <Short key={shortage.shortageId} shortage={shortage} beside={data} onPut={onPut} onBegin={onBegin} />
      ))}
      {may('shortages.mark') && data.markable.includes(order.orderId) && free.length > 0 && (
        <button
          type="button"
          className="quiet-button"
          data-testid="mark-short"
          onClick={() => setMarking(true)}
        >
          {say('short.mark')}
        </button>
      )}
      {marking && <MarkDialog order={order} lines={free} onClose={() => setMarking(false)} />}
    </>
  );
}

interface ShortProps extends Pick<Props, 'onPut' | 'onBegin'> {
  shortage: ShortageView;
  beside: ShortagesBeside;
}

function Short({ shortage, beside, onPut, onBegin }: ShortProps) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const may = useMay();
  const [answering, setAnswering] = useState(false);
  const withdraw = useShortageAct(() => buyingApi.withdrawShortage(shortage.shortageId));
  const { title, spec, units, quantity, answer } = shortage;
  return (
    <div className="short" data-testid="short" data-state={shortage.state}>
      <p className="short-head">
        <strong>{say('short.title')}</strong>
        {say('short.line', { title: [title, spec].filter(Boolean).join(' '), units, quantity })}
      </p>
      <p className="short-why muted">{whyShort(shortage, say)}</p>
      <Offered shortage={shortage} />
      {answer && (
        <p className="short-answer" data-testid="short-answer">
          {say('short.state.answered', { choice: say(`short.${answer.choice}`) })}{' '}
          <span className="muted">
            {say('short.answer.in', { time: shortDayAndTime(answer.at, lang), name: answer.byName })}
          </span>
        </p>
      )}
      <UnderWay shortage={shortage} />
      <p className="short-acts">
        <CarryOut shortage={shortage} onBegin={onBegin} />
        <PutButton text={shortageWords(shortage, lang)} testId="put-short" onPut={onPut} />
        {may('conversations.reply') && (
          <button
            type="button"
            className="quiet-button"
            data-testid="answer-short"
            onClick={() => setAnswering(true)}
          >
            {say('short.answer')}
          </button>
        )}
        {may('shortages.mark') && (
          <Popconfirm
            title={say('short.withdraw.sure')}
            okText={say('short.withdraw')}
            onConfirm={() => void withdraw.run()}
          >
            <button type="button" className="quiet-button" disabled={withdraw.busy}>
              {say('short.withdraw')}
            </button>
          </Popconfirm>
        )}
      </p>
      {answering && (
        <AnswerDialog
          shortage={shortage}
          conversationId={shortage.conversationId!}
          said={beside.said}
          onClose={() => setAnswering(false)}
        />
      )}
    </div>
  );
}

export function whyShort({ by, markedByName }: ShortageView, say: ReturnType<typeof useBuyingWords>): string {
  if (by !== 'hand') return say(`short.by.${by}`);
  return markedByName === null ? say('short.by.handGone') : say('short.by.hand', { name: markedByName });
}
