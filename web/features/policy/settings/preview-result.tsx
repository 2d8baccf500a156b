import type {
  CaseOutcome,
  OutcomeCounts,
  PolicyPreview,
  PreviewCase,
  WishPreview,
} from '../../../../core/commerce/policy-api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { amount } from '../../orders/amount.ts';
import { OrderCard } from '../../orders/order-card.tsx';
import { usePolicyWords } from '../words.ts';
import { usePolicySettingsWords } from './settings-words.ts';

/** What would come out otherwise: in a sentence, by wish, by example. */
export function PreviewResult({ preview }: { preview: PolicyPreview }) {
  const say = usePolicySettingsWords();
  const { orders, lines, days, wishes } = preview;
  if (orders === 0) return <p className="muted">{say('preview.nothing')}</p>;
  const changed = wishes.filter((wish) => wish.changed > 0);
  return (
    <>
      <p className="muted">{say('preview.how', { orders, lines, days })}</p>
      {changed.length === 0 ? (
        <p data-testid="policy-preview-sum">{say('preview.same')}</p>
      ) : (
        <>
          <p data-testid="policy-preview-sum">
            {say('preview.sum', {
              wishes: changed.length,
              cases: changed.reduce((sum, wish) => sum + wish.changed, 0),
              all: wishes.reduce((sum, wish) => sum + wish.cases, 0),
            })}
          </p>
          {changed.map((wish) => (
            <Wish key={`${wish.wish} ${wish.reason}`} wish={wish} />
          ))}
        </>
      )}
    </>
  );
}

function Wish({
  wish: { wish, reason, cases, changed, changedLines, before, after, examples },
}: {
  wish: WishPreview;
}) {
  const say = usePolicySettingsWords();
  const policy = usePolicyWords();
  const { lang } = usePreferences();
  const percent = (part: number) => `${((part / cases) * 100).toFixed(1)}%`;
  const costOf = ({ costFen }: OutcomeCounts) => amount(Math.round((costFen * 100) / cases), 'CNY', lang);
  const rows: [string, (counts: OutcomeCounts) => string][] = [
    [say('preview.allowed'), ({ allowed }) => percent(allowed)],
    [say('preview.approval'), ({ approval }) => percent(approval)],
    [say('preview.refused'), ({ refused }) => percent(refused)],
    [say('preview.cost'), costOf],
  ];
  return (
    <section className="policy-wish" data-testid="preview-wish">
      <h3>
        {policy(`wish.${wish}`)} · {policy(`reason.${reason}`)}
        <span className="muted figures">
          {say('preview.changed', { lines: changedLines, share: percent(changed) })}
        </span>
      </h3>
      <table className="policy-table figures">
        <thead>
          <tr>
            <th />
            <th scope="col">{say('preview.before')}</th>
            <th scope="col">{say('preview.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, words]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{words(before)}</td>
              <td>
                {words(before) === words(after) ? (
                  <span className="muted">{words(after)}</span>
                ) : (
                  <strong>{words(after)}</strong>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {examples.map((one) => (
        <Example key={`${one.order.orderId} ${one.line}`} example={one} />
      ))}
    </section>
  );
}

function Example({ example: { order, line, day, before, after } }: { example: PreviewCase }) {
  const say = usePolicySettingsWords();
  const item = order.lines[line];
  return (
    <details className="policy-example" data-testid="preview-example">
      <summary>
        {say('preview.example', { day, title: item?.title ?? item?.skuCode ?? '–', number: order.number })}
      </summary>
      <div className="policy-sides">
        <Side title={say('preview.before')} outcome={before} currency={order.currency} />
        <Side title={say('preview.after')} outcome={after} currency={order.currency} />
      </div>
      <OrderCard order={order} />
    </details>
  );
}

interface SideProps {
  title: string;
  outcome: CaseOutcome;
  currency: string;
}

function Side({
  title,
  outcome: { outcome, approval, secondSignature, amount: fen, plans, why },
  currency,
}: SideProps) {
  const policy = usePolicyWords();
  const { lang } = usePreferences();
  const verdict =
    outcome !== 'approval'
      ? policy(`outcome.${outcome}`)
      : policy(secondSignature ? 'outcome.two' : `outcome.by.${approval!}`);
  return (
    <div>
      <h4 className="muted">{title}</h4>
      <p>
        <strong>{verdict}</strong>
        {fen !== null && <span className="figures"> {amount(fen, currency, lang)}</span>}
      </p>
      <p>{plans.map((plan) => policy(`plan.${plan}`)).join(' → ')}</p>
      <ul>
        {why.map((one) => (
          <li key={one.zh}>{one[lang]}</li>
        ))}
      </ul>
    </div>
  );
}
