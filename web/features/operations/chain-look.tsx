import type { OrderOperations } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { amount } from '../orders/amount.ts';
import { useOperationsWords } from './words.ts';

/** The order's audit chain: whole, or which line is not what it was. */
export function ChainLook({
  chain: { lines, broken },
  currency,
}: {
  chain: OrderOperations['chain'];
  currency: string;
}) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  return (
    <details className="chain-look" open={broken !== null}>
      <summary data-broken={broken !== null}>
        {broken
          ? say('history.broken', { number: broken.number })
          : lines.length === 0
            ? say('history.chain.none')
            : say('history.chain', { count: lines.length })}
      </summary>
      <ol className="chain-lines figures">
        {lines.map((line) => (
          <li key={line.number} value={line.number} data-broken={line.number === broken?.number}>
            {shortDayAndTime(line.at, lang)} {say(`kind.${line.kind}`)} {say(`act.${line.act}`)}{' '}
            {line.amountFen !== null && amount(line.amountFen, currency, lang)}{' '}
            <code title={line.hash}>{line.hash.slice(0, 8)}</code>
          </li>
        ))}
      </ol>
    </details>
  );
}
