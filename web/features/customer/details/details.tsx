import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { ThreadAnswer } from '../../../../core/api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useCustomerWords } from '../../../lib/customer-words.ts';
import { sentence } from '../../../lib/failure.ts';
import { dayAndTime } from '../../../lib/format.ts';
import { Consents } from './consents.tsx';
import { CustomerActs } from './customer-acts.tsx';
import { Fields } from './fields.tsx';
import { History } from './history.tsx';
import { Notes } from './notes.tsx';
import { Tags } from './tags.tsx';
import { sideQuery } from './use-change.ts';
import './details.css';

/** What the shop keeps of the customer; comes after the thread. */
export function CustomerDetails({ thread }: { thread: ThreadAnswer }) {
  const { t, lang } = usePreferences();
  const w = useCustomerWords();
  const { conversationId: id } = thread.conversation;
  const { data: side, error, refetch } = useQuery(sideQuery(id));
  if (error && !side)
    return (
      <section className="side-section" role="alert">
        <h2>{w('side.failed')}</h2>
        <p>{sentence(error, lang)}</p>
        <Button size="small" onClick={() => void refetch()}>
          {t('action.tryAgain')}
        </Button>
      </section>
    );
  if (!side)
    return (
      <section className="side-section" aria-busy>
        <Skeleton title={false} paragraph={{ rows: 4 }} />
      </section>
    );
  if (side.erasedAt !== null)
    return (
      <section className="side-section" data-testid="customer-erased">
        <p>{w('side.erased', { time: dayAndTime(side.erasedAt, lang) })}</p>
      </section>
    );
  return (
    <>
      <CustomerActs id={id} side={side} />
      <Tags id={id} side={side} />
      <Fields id={id} side={side} />
      <Notes id={id} side={side} />
      <Consents id={id} side={side} />
      <History id={id} side={side} />
    </>
  );
}
