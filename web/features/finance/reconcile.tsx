import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import type { ReconcileAnswer } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { useAct } from '../../lib/use-act.ts';
import { useMessage } from '../../lib/use-message.ts';
import { amount } from '../orders/amount.ts';
import { Field } from '../operations/field.tsx';
import { operationsApi } from '../operations/operations-api.ts';
import { useOperated } from '../operations/use-operations.ts';
import { useOperationsWords } from '../operations/words.ts';
import { mostPastedLines, readPasted } from './pasted-list.ts';
import { ReconcileResult } from './reconcile-result.tsx';

const faultsShown = 5;

/** The platform's list beside ours: compared first, and recorded only when it is confirmed. */
export function Reconcile() {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const may = useMay();
  const message = useMessage();
  const operated = useOperated();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<ReconcileAnswer | null>(null);
  const { lines, faults } = useMemo(() => readPasted(text), [text]);
  const write = (next: string) => {
    setText(next);
    setAnswer(null);
  };
  const check = useAct(async () => setAnswer(await operationsApi.reconcile({ lines, settle: false })));
  const settle = useAct(async () => {
    const settled = await operationsApi.reconcile({ lines, settle: true });
    message.success(say('reconcile.settled', { count: countOf(answer) }));
    setAnswer(settled);
    await operated();
  });
  const tooMany = lines.length > mostPastedLines;
  const total = amount(
    lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
    'CNY',
    lang,
  );
  return (
    <section className="reconcile">
      <p className="muted">{say('reconcile.what')}</p>
      <Field
        label={say('reconcile.field')}
        hint={lines.length > 0 ? say('reconcile.read', { count: lines.length, amount: total }) : undefined}
        problem={tooMany ? say('reconcile.tooMany', { limit: mostPastedLines }) : null}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            className="figures"
            data-testid="pasted"
            autoSize={{ minRows: 6, maxRows: 14 }}
            spellCheck={false}
            placeholder={say('reconcile.placeholder')}
            value={text}
            onChange={({ target }) => write(target.value)}
          />
        )}
      </Field>
      {faults.slice(0, faultsShown).map(({ line, text: said }) => (
        <p key={line} className="field-problem">
          {say('reconcile.fault', { line, text: said.slice(0, 80) })}
        </p>
      ))}
      <div className="reconcile-acts">
        <ListFile onRead={write} />
        <Button
          type={answer ? 'default' : 'primary'}
          data-testid="reconcile-check"
          disabled={lines.length === 0 || tooMany}
          loading={check.busy}
          onClick={() => void check.run()}
        >
          {say('reconcile.check')}
        </Button>
        {answer && may('payouts.pay') && countOf(answer) > 0 && (
          <Button
            type="primary"
            data-testid="reconcile-settle"
            loading={settle.busy}
            onClick={() => void settle.run()}
          >
            {say('reconcile.settle', { count: countOf(answer) })}
          </Button>
        )}
      </div>
      {answer && <ReconcileResult answer={answer} />}
    </section>
  );
}

const countOf = (answer: ReconcileAnswer | null) =>
  answer?.lines.filter(({ found }) => found === 'settles').length ?? 0;

/** Its words go into the field, where they are seen. Platforms write GB18030 as often as UTF-8. */
function ListFile({ onRead }: { onRead(text: string): void }) {
  const say = useOperationsWords();
  const read = async (file: File) => {
    const bytes = await file.arrayBuffer();
    try {
      onRead(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      onRead(new TextDecoder('gb18030').decode(bytes));
    }
  };
  return (
    <label className="reconcile-file">
      {say('reconcile.file')}
      <input
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        className="visually-hidden"
        data-testid="reconcile-file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) void read(file);
        }}
      />
    </label>
  );
}
