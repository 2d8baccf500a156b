import type { BulkAnswer } from '../../../core/api.ts';
import { refusalWords } from '../../../core/words/refusals.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { customerName } from '../../lib/customer-name.ts';
import { useRows } from './rows-provider.tsx';
import { useInboxWords } from './words.ts';

/** Each conversation that was left as it was, and why. */
export function BulkRefused({ refused }: Pick<BulkAnswer, 'refused'>) {
  const { t, lang } = usePreferences();
  const w = useInboxWords();
  const { byId } = useRows();
  return (
    <>
      <p>{w('bulk.partly.what')}</p>
      <ul className="bulk-refused" data-testid="bulk-refused">
        {refused.map(({ conversationId, refusal }) => {
          const known = byId.get(conversationId);
          return (
            <li key={conversationId} data-conversation={conversationId}>
              <strong>{known ? customerName(known, t) : w('bulk.unknown')}</strong>
              <span>{refusalWords(refusal, lang)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
