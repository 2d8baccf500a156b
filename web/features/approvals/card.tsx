import { Link } from '@tanstack/react-router';
import type { ApprovalRow } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { elapsed } from '../../lib/format.ts';
import { Pill } from '../../lib/pill.tsx';
import { useNow } from '../../lib/use-now.ts';
import { amount } from '../orders/amount.ts';
import { itemsWords } from '../operations/items-words.ts';
import { MoneyTable } from '../operations/money-table.tsx';
import { PolicyLook } from '../operations/policy-look.tsx';
import { SignatureLines } from '../operations/signature-lines.tsx';
import { givesBack } from '../../../core/commerce/operations/operation.ts';
import { leftOf } from '../../../core/commerce/operations/sums.ts';
import { signersWords, useOperationsWords, type OperationsKey } from '../operations/words.ts';
import { Decision } from './decision.tsx';

/** One request: what it is, who asks and why on the left; what the policy says and the order's money on the right. */
export function ApprovalCard({ row }: { row: ApprovalRow }) {
  const say = useOperationsWords();
  const { t, lang } = usePreferences();
  const may = useMay();
  const now = useNow();
  const { kind, amountFen, currency, requester, reason, needs, order, conversationId, countsFen } = row;
  const sum = amountFen === null ? null : amount(amountFen, currency, lang);
  return (
    <article
      className="approval"
      data-testid="approval"
      data-operation={row.operationId}
      aria-label={[say(`kind.${kind}`), sum].filter(Boolean).join(' ')}
    >
      <div className="approval-asked">
        <header>
          <h3>
            {say(`kind.${kind}`)} {sum && <span className="figures">{sum}</span>}
          </h3>
          <Pill tone="amber">{say('approvals.needs', { who: signersWords(needs, say) })}</Pill>
        </header>
        <p className="muted figures">
          {[
            say('approvals.order', { number: order.number }),
            itemsWords(row),
            sum !== null &&
              countsFen !== amountFen &&
              say('approvals.counts', { amount: amount(countsFen, currency, lang) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p>
          <strong>{requester.name}</strong>{' '}
          <span className="muted">
            {t(`role.${requester.role}` as Parameters<typeof t>[0])} ·{' '}
            <span className="figures">
              {say('approvals.waiting', { time: elapsed(now - row.createdAt, lang) })}
            </span>
          </span>
          {conversationId !== null && may('conversations.read') && (
            <>
              {' · '}
              <Link
                to="/inbox/$conversationId"
                params={{ conversationId }}
                preload={false}
                data-testid="approval-conversation"
              >
                {say('approvals.conversation')}
              </Link>
            </>
          )}
        </p>
        <p className="approval-reason">
          <strong>{say(`reason.${reason.code}` as OperationsKey)}</strong>
          {reason.words && ` ${reason.words}`}
        </p>
        <SignatureLines signatures={row.signatures} />
        <Decision row={row} />
      </div>
      <div className="approval-facts">
        <PolicyLook policy={row.policy} why={[]} currency={currency} />
        <MoneyTable before={row.money} afterLeftFen={leftAfter(row)} amountFen={amountFen} />
      </div>
    </article>
  );
}

/** The order's money stands there without the request itself. */
function leftAfter({ kind, money, amountFen }: ApprovalRow): number {
  const left = leftOf(money);
  return givesBack(kind) ? Math.max(0, left - (amountFen ?? 0)) : left;
}
