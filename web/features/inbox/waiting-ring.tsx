import type { Conversation } from '../../../core/conversations/conversation.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { clockTime, elapsed } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { waitingOf } from './waiting.ts';
import './marks.css';

const radius = 7;
const around = 2 * Math.PI * radius;

/** A ring that fills towards the finding, and the number beside it. Nothing where nobody waits. */
export function WaitingRing({ conversation }: { conversation: Conversation }) {
  const { hours, thresholds } = useMe();
  const { t, lang } = usePreferences();
  const waiting = waitingOf(conversation, hours, thresholds, useNow());
  if (!waiting) return null;
  const time = elapsed(waiting.ms, lang);
  const since = clockTime(conversation.waitingSince ?? 0, lang);
  return (
    <span
      className="waiting-ring figures"
      data-stage={waiting.stage}
      title={t('waiting.since', { time: since })}
    >
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
        <circle cx="9" cy="9" r={radius} className="ring-track" />
        <circle
          cx="9"
          cy="9"
          r={radius}
          className="ring-fill"
          strokeDasharray={around}
          strokeDashoffset={around * (1 - waiting.share)}
          transform="rotate(-90 9 9)"
        />
      </svg>
      <span className="visually-hidden">{t('waiting.label')}</span>
      {time}
    </span>
  );
}
