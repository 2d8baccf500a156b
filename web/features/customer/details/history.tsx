import { Link } from '@tanstack/react-router';
import { usePreferences } from '../../../app/preferences.tsx';
import { useCustomerWords } from '../../../lib/customer-words.ts';
import { dayAndTime } from '../../../lib/format.ts';
import { useInboxWords } from '../../inbox/words.ts';
import type { PartProps } from './use-change.ts';

/** Episodes of the customer's other conversations; each leads there. Those of this one stand below. */
export function History({ id, side }: PartProps) {
  const { t, lang } = usePreferences();
  const w = useCustomerWords();
  const inbox = useInboxWords();
  const elsewhere = side.history.filter(({ conversationId }) => conversationId !== id);
  if (elsewhere.length === 0) return null;
  const channelName = (channel: string) =>
    channel === 'widget' || channel === 'import' || channel === 'phone'
      ? inbox(`channel.${channel}`)
      : channel;
  return (
    <section className="side-section" data-testid="customer-history">
      <h3>{w('history.title')}</h3>
      <ul className="episodes">
        {elsewhere.map(
          ({ episodeId, conversationId, channel, number, firstSeq, openedAt, closedAt, points }) => (
            <li key={episodeId}>
              <Link
                to="/inbox/$conversationId"
                params={{ conversationId }}
                search={{ m: firstSeq }}
                className="episode history-episode"
                preload={false}
              >
                <span>{w('history.line', { channel: channelName(channel), number })}</span>
                <span className="muted figures">{dayAndTime(openedAt, lang)}</span>
                <span className="figures">
                  {closedAt === null
                    ? t('episodes.open')
                    : points === null
                      ? t('episodes.notScored')
                      : t('score.points', { points })}
                </span>
              </Link>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
