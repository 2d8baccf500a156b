import { Button, Skeleton } from 'antd';
import type { OperationPreview } from '../../../core/commerce/operation-api.ts';
import { refusalWords } from '../../../core/words/refusals.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { shortDayAndTime } from '../../lib/format.ts';
import { inScript } from '../../words/index.ts';
import { amount } from '../orders/amount.ts';
import { LimitsLook } from './limits-look.tsx';
import { MoneyTable } from './money-table.tsx';
import { PolicyLook } from './policy-look.tsx';
import { signersWords, useOperationsWords } from './words.ts';

interface Props {
  preview: OperationPreview | undefined;
  error: Error | null;
  /** It is of what stands in the form now. */
  current: boolean;
  /** The form is not whole yet. */
  empty: boolean;
  currency: string;
  onAgain(): void;
}

/** What it would come to, before anybody does it. */
export function PreviewPane({ preview, error, current, empty, currency, onAgain }: Props) {
  const say = useOperationsWords();
  const { t, lang } = usePreferences();
  return (
    <section
      className="preview-pane"
      // It scrolls where it is long.
      tabIndex={0}
      aria-label={say('preview.title')}
      aria-busy={!empty && !current}
      data-current={current}
      data-empty={empty}
      data-testid="preview"
    >
      <h3>{say('preview.title')}</h3>
      {empty ? (
        <p className="muted">{say('preview.empty')}</p>
      ) : error ? (
        <div role="alert">
          <p>
            {say('preview.failed')}：{sentence(error, lang)}
          </p>
          <Button size="small" onClick={onAgain}>
            {t('action.tryAgain')}
          </Button>
        </div>
      ) : preview ? (
        <Shown preview={preview} currency={currency} />
      ) : (
        <Skeleton title={false} paragraph={{ rows: 5 }} aria-label={say('preview.reading')} />
      )}
    </section>
  );
}

function Shown({ preview, currency }: { preview: OperationPreview; currency: string }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const { refusal, needs, money, amountFen, limits, stock, dueAt, till, undo, policy, why, dearerFen } =
    preview;
  return (
    <>
      {refusal ? (
        <p className="preview-verdict" data-verdict="refused" role="status">
          <strong>{say('preview.refused')}</strong> {inScript(refusalWords(refusal, lang))}
        </p>
      ) : (
        <p className="preview-verdict" data-verdict={needs.length > 0 ? 'needs' : 'alone'} role="status">
          <strong>
            {needs.length > 0
              ? say('preview.needs', { who: signersWords(needs, say) })
              : say('preview.alone')}
          </strong>
        </p>
      )}
      {amountFen !== null && !refusal && (
        <p className="preview-amount figures">{amount(amountFen, currency, lang)}</p>
      )}
      {money && <MoneyTable {...money} amountFen={amountFen} />}
      <PolicyLook policy={policy} why={why} currency={currency} />
      {amountFen !== null && <LimitsLook limits={limits} currency={currency} />}
      {stock.length > 0 && (
        <>
          <h4>{say('preview.stock')}</h4>
          <ul className="preview-lines figures">
            {stock.map(({ skuCode, availableNow, takes }) => (
              <li key={skuCode}>{say('stock.takes', { sku: skuCode, now: availableNow, takes })}</li>
            ))}
          </ul>
        </>
      )}
      {!!dearerFen && (
        <p className="preview-dearer">
          {say(dearerFen > 0 ? 'preview.dearer' : 'preview.cheaper', {
            amount: amount(Math.abs(dearerFen), currency, lang),
          })}
        </p>
      )}
      <p className="preview-foot muted">
        {[
          till && say(`preview.till.${till}`),
          dueAt !== null && say('preview.due', { time: shortDayAndTime(dueAt, lang) }),
          say(`undo.${undo}`),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
