import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import type { ShortageView } from '../../../core/commerce/buying-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { shortDayAndTime } from '../../lib/format.ts';
import { Pill } from '../../lib/pill.tsx';
import { buyingApi } from '../buying/buying-api.ts';
import { useBuyingWords } from '../buying/words.ts';
import { OrdersTabs, useHasOrdersTabs } from '../orders/tabs.tsx';
import { UnderWay } from './carry-out.tsx';
import { Offered } from './offered.tsx';
import { whyShort } from './order-shortages.tsx';
import '../operations/pages.css';
import './shortage.css';

/** Orders → Shortages: what was paid for and can't be sent, and how far each of them is. */
export function ShortagesPage() {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const tabs = useHasOrdersTabs();
  const { data, error, refetch } = useQuery({
    queryKey: ['shortages'],
    queryFn: buyingApi.shortages,
    staleTime: 0,
  });
  return (
    <div className="operations-page">
      <OrdersTabs />
      <main className="shortages-page" data-testid="shortages">
        {!tabs && <Link to="/orders">{say('short.page.back')}</Link>}
        <h1>{say('short.page')}</h1>
        <p className="muted">{say('short.page.what')}</p>
        {data ? (
          data.length === 0 ? (
            <div className="orders-nothing" data-testid="shortages-none">
              <h2>{say('short.page.none')}</h2>
              <p className="muted">{say('short.page.none.what')}</p>
            </div>
          ) : (
            <ShortageTable shortages={data} />
          )
        ) : error ? (
          <div role="alert" className="orders-nothing">
            <h2>{say('short.failed')}</h2>
            <p>{sentence(error, lang)}</p>
            <Button onClick={() => void refetch()}>{say('again')}</Button>
          </div>
        ) : (
          <Skeleton />
        )}
      </main>
    </div>
  );
}

function ShortageTable({ shortages }: { shortages: ShortageView[] }) {
  const say = useBuyingWords();
  return (
    <table className="operations-table shortage-table">
      <thead>
        <tr>
          <th>{say('short.page.order')}</th>
          <th>{say('short.page.goods')}</th>
          <th>{say('short.page.why')}</th>
          <th>{say('short.page.offer')}</th>
          <th>{say('short.page.state')}</th>
        </tr>
      </thead>
      <tbody>
        {shortages.map((shortage) => (
          <Row key={shortage.shortageId} shortage={shortage} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ shortage }: { shortage: ShortageView }) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const { number, paidAt, title, spec, units, quantity, answer, conversationId } = shortage;
  return (
    <tr data-testid="shortage-row">
      <td className="figures">
        {number}
        <br />
        <span className="muted">
          {paidAt !== null && say('short.page.paid', { time: shortDayAndTime(paidAt, lang) })}
        </span>
      </td>
      <td>{say('short.line', { title: [title, spec].filter(Boolean).join(' '), units, quantity })}</td>
      <td className="muted">{whyShort(shortage, say)}</td>
      <td>{!shortage.operation && <Offered shortage={shortage} />}</td>
      <td>
        <Pill tone={answer ? 'accent' : 'amber'}>
          {answer
            ? say('short.state.answered', { choice: say(`short.${answer.choice}`) })
            : say('short.state.open')}
        </Pill>
        <UnderWay shortage={shortage} />
        <br />
        {conversationId === null ? (
          <span className="muted">{say('short.page.noTalk')}</span>
        ) : (
          <Link to="/inbox/$conversationId" params={{ conversationId }}>
            {say('short.page.talk')}
          </Link>
        )}
      </td>
    </tr>
  );
}
