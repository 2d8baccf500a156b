import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ApprovalRow, Signature } from '../../../core/commerce/operation-api.ts';
import { refusalWords } from '../../../core/words/refusals.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useAct } from '../../lib/use-act.ts';
import { inScript } from '../../words/index.ts';
import { amount } from '../orders/amount.ts';
import { operationsApi } from '../operations/operations-api.ts';
import { useOperated } from '../operations/use-operations.ts';
import { useOperationsWords } from '../operations/words.ts';

/** Yes or no, and why; bound to exactly what the card shows. Whoever may not decide reads why. */
export function Decision({ row }: { row: ApprovalRow }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const operated = useOperated();
  const [words, setWords] = useState('');
  const sign = (decide: (id: string, signature: Signature) => Promise<unknown>) => async () => {
    try {
      await decide(row.operationId, { fingerprint: row.fingerprint, words: words.trim() });
    } finally {
      await operated();
    }
  };
  const approve = useAct(sign(operationsApi.approve), say('approvals.approved'));
  const refuse = useAct(sign(operationsApi.refuse), say('approvals.refused'));
  const { approve: mayApprove, refuse: mayRefuse } = row.may;
  if (mayApprove !== true && mayRefuse !== true) {
    return (
      <p className="approval-why-not" data-testid="approval-why-not">
        {mayApprove === 'own-request'
          ? say('approvals.own')
          : mayApprove === 'forbidden'
            ? inScript(refusalWords({ code: 'conflict', reason: 'not-your-signature' }, lang))
            : inScript(refusalWords({ code: 'conflict', reason: mayApprove as never }, lang))}
      </p>
    );
  }
  const busy = approve.busy || refuse.busy;
  const unsaid = words.trim() === '';
  return (
    <div className="approval-decision">
      <Input
        aria-label={say('approvals.words')}
        placeholder={say('approvals.words')}
        data-testid="approval-words"
        maxLength={500}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <Button
        type="primary"
        data-testid="approve"
        disabled={busy || unsaid || mayApprove !== true}
        loading={approve.busy}
        onClick={() => void approve.run()}
      >
        {row.amountFen === null
          ? say('approvals.approve.plain')
          : say('approvals.approve', { amount: amount(row.amountFen, row.currency, lang) })}
      </Button>
      <Button
        data-testid="refuse"
        disabled={busy || unsaid || mayRefuse !== true}
        loading={refuse.busy}
        onClick={() => void refuse.run()}
      >
        {say('approvals.refuse')}
      </Button>
    </div>
  );
}
