import { Link } from '@tanstack/react-router';
import type { CustomerHit } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { customerName } from '../../lib/customer-name.ts';
import { dayAndTime } from '../../lib/format.ts';
import { MarkedWords } from './marked-words.tsx';
import { useSearchWords } from './words.ts';

/** A customer; it opens the conversation that was touched last. */
export function CustomerLine({ customer, onOpen }: { customer: CustomerHit; onOpen(): void }) {
  const { t, lang } = usePreferences();
  const s = useSearchWords();
  const { conversationId, name, by, places, conversations, at } = customer;
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId }}
      className="search-customer"
      data-testid="search-customer"
      preload={false}
      onClick={onOpen}
    >
      <strong>
        {name === null ? (
          customerName({ customerName: name, conversationId }, t)
        ) : (
          <MarkedWords text={name} places={places} />
        )}
      </strong>
      <span className="search-hit-head">
        {by !== 'name' && <span className="search-known">{s(`customers.by.${by}`)}</span>}
        {conversations > 1 && <span>{s('customers.conversations', { count: conversations })}</span>}
        <time className="figures">{dayAndTime(at, lang)}</time>
      </span>
    </Link>
  );
}
