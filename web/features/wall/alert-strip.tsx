import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OpenAlert } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { alertWords } from '../../lib/alert-words.ts';
import { api } from '../../lib/api.ts';
import { customerName } from '../../lib/customer-name.ts';
import { clockTime } from '../../lib/format.ts';
import { AlertIcon } from '../../lib/icons.tsx';
import { useAct } from '../../lib/use-act.ts';
import { useRows } from '../inbox/rows-provider.tsx';
import { byUrgency } from './wall.ts';
import { useWall } from './wall-provider.tsx';
import './alert-strip.css';

/** The alerts nobody has taken yet, on top of every page: the gravest, and the others on demand. */
export function AlertStrip() {
  const { t } = usePreferences();
  const wall = useWall();
  const [all, setAll] = useState(false);
  if (!wall || wall.alerts.length === 0) return null;
  const alerts = wall.alerts.toSorted(byUrgency);
  const more = alerts.length - 1;
  return (
    <section className="alert-strip" role="alert" aria-label={t('wall.alerts')}>
      <div className="alert-rows">
        {(all ? alerts : alerts.slice(0, 1)).map((alert) => (
          <AlertRow key={alert.alertId} alert={alert} />
        ))}
      </div>
      {more > 0 && (
        <button type="button" className="quiet-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('wall.fewerAlerts') : t('wall.moreAlerts', { count: more })}
        </button>
      )}
    </section>
  );
}

function AlertRow({ alert }: { alert: OpenAlert }) {
  const { t, lang } = usePreferences();
  const may = useMay();
  const { byId } = useRows();
  const { conversationId, excerpt, at } = alert;
  const acknowledge = useAct(() => api.acknowledge(alert.alertId));
  const name = customerName(
    { conversationId, customerName: alert.customerName ?? byId.get(conversationId)?.customerName ?? null },
    t,
  );
  return (
    <div className="alert-row" data-testid="wall-alert" data-conversation={conversationId}>
      <AlertIcon />
      <strong>{alertWords(alert.cause, t, lang)}</strong>
      <span className="alert-who">{name}</span>
      {excerpt !== null && <q className="alert-words">{excerpt}</q>}
      <time className="figures">{clockTime(at, lang)}</time>
      <Link className="alert-act" to="/inbox/$conversationId" params={{ conversationId }} preload={false}>
        {t('action.open')}
      </Link>
      {may('alerts.acknowledge') && (
        <button
          type="button"
          className="alert-act"
          data-testid="acknowledge"
          disabled={acknowledge.busy}
          onClick={() => void acknowledge.run()}
        >
          {t('action.acknowledge')}
        </button>
      )}
    </div>
  );
}
