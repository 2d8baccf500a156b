import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { HoldAnswer } from '../../../core/api.ts';
import type { Release } from '../../../core/events.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { customerName } from '../../lib/customer-name.ts';
import { elapsed } from '../../lib/format.ts';
import { factsAgainst } from '../../lib/facts-against.ts';
import { MarkedText } from '../../lib/marked-text.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { useAct } from '../../lib/use-act.ts';
import { useNow } from '../../lib/use-now.ts';
import { AttachmentView } from '../files/attachment-view.tsx';
import { useRows } from '../inbox/rows-provider.tsx';

/** A blocked reply that waits for the supervisor: the finding is wrong, the risk is taken, or it does not leave. */
export function HoldCard({ hold }: { hold: HoldAnswer }) {
  const { t, lang } = usePreferences();
  const now = useNow();
  const { byId } = useRows();
  const { conversationId, agentName, text, attachment, findings, at } = hold;
  const name = customerName(
    { conversationId, customerName: byId.get(conversationId)?.customerName ?? null },
    t,
  );
  const rules = [...new Set(findings.map((finding) => finding.rule))];
  return (
    <article className="hold-card" data-testid="hold-card" data-hold={hold.holdId}>
      <header>
        <strong>{agentName}</strong>
        <span className="muted">→</span>
        <Link to="/inbox/$conversationId" params={{ conversationId }} preload={false}>
          {name}
        </Link>
        <time className="figures muted">{elapsed(now - at, lang)}</time>
      </header>
      <p className="hold-text">
        <MarkedText
          text={text}
          ranges={findings.map(({ start, end }) => ({ start, end, weight: 'block' }))}
        />
      </p>
      {attachment && <AttachmentView conversationId={conversationId} attachment={attachment} />}
      {rules.map((rule) => (
        <p key={rule} className="finding-line" data-weight="block">
          <strong>{ruleWords(rule, lang).title}</strong>
          {factsAgainst(findings, rule, lang) || ruleWords(rule, lang).reason}
        </p>
      ))}
      <Decision hold={hold} />
    </article>
  );
}

function Decision({ hold: { conversationId, holdId } }: { hold: HoldAnswer }) {
  const { t } = usePreferences();
  const may = useMay();
  const [reason, setReason] = useState('');
  const release = useAct(
    (verdict: Release) => api.release(conversationId, holdId, verdict, reason.trim()),
    t('hold.released'),
  );
  const refuse = useAct(() => api.refuseHold(conversationId, holdId, reason.trim()), t('hold.refused'));
  if (!may('findings.override')) return <p className="muted">{t('hold.supervisorDecides')}</p>;
  const busy = release.busy || refuse.busy;
  const unsaid = reason.trim() === '';
  return (
    <div className="hold-decision">
      <Input
        aria-label={t('hold.reason')}
        data-testid="hold-reason"
        placeholder={t('hold.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="hold-acts">
        <Button
          size="small"
          data-testid="hold-wrong"
          disabled={busy || unsaid}
          onClick={() => void release.run('wrong')}
        >
          {t('hold.wrong')}
        </Button>
        <Button
          size="small"
          data-testid="hold-risk"
          disabled={busy || unsaid}
          onClick={() => void release.run('risk-taken')}
        >
          {t('hold.risk')}
        </Button>
        <Button
          size="small"
          data-testid="hold-refuse"
          disabled={busy || unsaid}
          onClick={() => void refuse.run()}
        >
          {t('hold.refuse')}
        </Button>
      </div>
    </div>
  );
}
