import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { AskPolicy, PolicyDecision } from '../../../../core/commerce/policy-api.ts';
import type { Answers } from '../../../../core/commerce/policy/claim-of-order.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { sentence } from '../../../lib/failure.ts';
import { policyApi } from '../policy-api.ts';
import { usePolicyWords } from '../words.ts';
import { Asking, type Choice } from './asking.tsx';
import type { OfferProps } from './offer.tsx';
import { Outcome } from './outcome.tsx';
import { Plans } from './plans.tsx';
import { Questions } from './questions.tsx';

/** A wish and its reason, guessed until somebody chooses; what is not known; and the plans that come of it. */
export function OfferPanel({ conversationId, order, inQuestion, guess }: OfferProps) {
  const say = usePolicyWords();
  const [chosen, setChosen] = useState<Partial<Choice>>({});
  // The request to cancel is on record: it is what the guess was read from.
  const [answers, setAnswers] = useState<Answers>(guess?.wish === 'close' ? { closeAsked: true } : {});
  const choice: Choice = {
    line: inQuestion?.line ?? 0,
    wish: guess?.wish ?? null,
    reason: guess?.reason ?? 'no-reason',
    ...chosen,
  };
  const { line, wish, reason } = choice;
  const asked: AskPolicy | null = wish && { line, wish, reason, askedAt: guess?.askedAt ?? null, answers };
  return (
    <div className="offer-panel" data-testid="offer-panel">
      <Asking
        order={order}
        choice={choice}
        guess={guess}
        touched={chosen}
        onChange={(change) => {
          setChosen({ ...chosen, ...change });
          // Another line is another thing in another state.
          if (change.line !== undefined) setAnswers({});
        }}
      />
      {asked ? (
        <Decided
          conversationId={conversationId}
          orderId={order.orderId}
          told={order.updatedAt}
          asked={asked}
          onAnswer={(answer) => setAnswers({ ...answers, ...answer })}
        />
      ) : (
        <p className="muted">{say('offer.choose')}</p>
      )}
    </div>
  );
}

interface DecidedProps {
  conversationId: string;
  orderId: string;
  /** When the order was last told something new. */
  told: number;
  asked: AskPolicy;
  onAnswer(answer: Answers): void;
}

function Decided({ conversationId, orderId, told, asked, onAnswer }: DecidedProps) {
  const { t, lang } = usePreferences();
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['order-policy', orderId, told, asked],
    queryFn: ({ signal }) => policyApi.ask(orderId, asked, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  if (error && !data) {
    return (
      <div role="alert">
        <p>{sentence(error, lang)}</p>
        <Button size="small" onClick={() => void refetch()}>
          {t('action.tryAgain')}
        </Button>
      </div>
    );
  }
  if (!data) return <Skeleton title={false} paragraph={{ rows: 4 }} aria-busy />;
  const decision: PolicyDecision = data;
  return (
    <div aria-busy={isPlaceholderData} className="offer-answer" data-testid="offer-answer">
      <Questions questions={decision.questions} currency={decision.currency} onAnswer={onAnswer} />
      <Outcome decision={decision} />
      <Plans conversationId={conversationId} orderId={orderId} asked={asked} decision={decision} />
    </div>
  );
}
