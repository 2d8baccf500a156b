import { memo } from 'react';
import type { Colleague } from '../../../core/api.ts';
import type { Alert, StoredFinding } from '../../../core/conversations/thread.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { clockTime } from '../../lib/format.ts';
import { AlertIcon } from '../../lib/icons.tsx';
import { MarkedText } from '../../lib/marked-text.tsx';
import { alertWords } from '../../lib/alert-words.ts';
import { ruleWords } from '../../lib/rule-words.ts';
import { AttachmentView } from '../files/attachment-view.tsx';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import { MessageActs } from './message-acts.tsx';
import { QuoteView } from './quote-view.tsx';
import type { MessageItem } from './items.ts';

interface Props {
  item: MessageItem;
  /** Just jumped to. */
  landed: boolean;
  /** The last one that the customer has read. */
  read: boolean;
  colleagues: readonly Colleague[];
  conversationId: string;
  onJump(seq: number): void;
}

export const MessageLine = memo(function MessageLine({
  item,
  landed,
  read,
  colleagues,
  conversationId,
  onJump,
}: Props) {
  const { t, lang } = usePreferences();
  const { message, first, findings, alerts } = item;
  const { author, authorName, authorWorkNumber, text, saidAt, seq, attachment, quote } = message;
  const named = authorName ?? t(`author.${author}`);
  return (
    <article
      className="message"
      data-testid="message"
      data-seq={seq}
      data-author={author}
      data-landed={landed}
      data-first={first}
    >
      {first && author !== 'system' && (
        <header className="message-head">
          <strong>{named}</strong>
          {authorWorkNumber && <span>{t('agent.workNumber', { number: authorWorkNumber })}</span>}
        </header>
      )}
      <div className="message-row">
        <div className="bubble" data-carries={attachment?.kind}>
          {quote && <QuoteView quote={quote} onJump={onJump} />}
          {attachment && <AttachmentView conversationId={conversationId} attachment={attachment} />}
          {text === '' ? null : text === null ? (
            <span className="erased">{t('message.erased')}</span>
          ) : (
            <div className={attachment ? 'said-under' : undefined}>
              <MarkedText text={text} ranges={findings.filter(stands)} />
            </div>
          )}
        </div>
        {saidAt !== null && <time className="message-time figures">{clockTime(saidAt, lang)}</time>}
        {author !== 'system' && <MessageActs conversationId={conversationId} message={message} />}
      </div>
      {findings
        .filter((finding) => !isToldByAlert(finding, alerts))
        .map((finding) => (
          <FindingLine
            key={finding.findingId}
            finding={finding}
            about={author === 'agent' ? message.authorId : null}
            colleagues={colleagues}
          />
        ))}
      {alerts.map((alert) => (
        <AlertLine
          key={alert.alertId}
          alert={alert}
          finding={findings.find((finding) => tells(alert, finding))}
          colleagues={colleagues}
        />
      ))}
      {read && <div className="read-mark">{t('message.read')}</div>}
    </article>
  );
});

interface FindingProps {
  finding: StoredFinding;
  about: string | null;
  colleagues: readonly Colleague[];
}

function FindingLine({ finding, about, colleagues }: FindingProps) {
  const { lang } = usePreferences();
  const { title, reason } = ruleWords(finding.rule, lang);
  return (
    <p
      className="finding-line"
      data-weight={finding.weight}
      data-verdict={finding.verdict}
      data-testid="finding"
    >
      <strong>{title}</strong>
      {reason}
      <VerdictMark finding={finding} about={about} colleagues={colleagues} />
    </p>
  );
}

interface AlertProps {
  alert: Alert;
  /** What the alert tells of; an alert about waiting tells of none. */
  finding: StoredFinding | undefined;
  colleagues: readonly Colleague[];
}

function AlertLine({ alert, finding, colleagues }: AlertProps) {
  const { t, lang } = usePreferences();
  return (
    <p className="finding-line" data-weight="alert">
      <AlertIcon size={14} />
      <strong>{alertWords(alert.cause, t, lang)}</strong>
      {t(alert.acknowledgedBy === null ? 'alert.open' : 'alert.acknowledged')}
      {finding && <VerdictMark finding={finding} about={null} colleagues={colleagues} />}
    </p>
  );
}

const stands = (finding: StoredFinding) => finding.verdict !== 'wrong';

const isToldByAlert = (finding: StoredFinding, alerts: readonly Alert[]) =>
  alerts.some((alert) => tells(alert, finding));

const tells = ({ cause }: Alert, finding: StoredFinding) =>
  cause.kind === 'rule' && cause.rule === finding.rule;
