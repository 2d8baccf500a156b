import { Progress } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { PresenceLine, useColleagues } from '../account/presence.tsx';

const order = { available: 0, away: 1, offline: 2 };

/** Who is here, and how much they have. */
export function Agents() {
  const { t } = usePreferences();
  const agents = useColleagues()
    .filter(({ role }) => ['agent', 'lead', 'supervisor'].includes(role))
    .toSorted((a, b) => order[a.presence] - order[b.presence] || a.workNumber.localeCompare(b.workNumber));
  return (
    <section aria-label={t('wall.agents')}>
      <h2>{t('wall.agents')}</h2>
      <ul className="wall-agents">
        {agents.map(({ agentId, name, role, presence, open, capacity }) => (
          <li key={agentId}>
            <span>
              {name} <span className="muted">{t(`role.${role}`)}</span>
            </span>
            <PresenceLine state={presence} />
            <Progress
              percent={capacity === 0 ? 0 : (open / capacity) * 100}
              size="small"
              status="normal"
              strokeColor={open >= capacity ? 'var(--amber-mark)' : 'var(--accent-text)'}
              format={() => <span className="figures">{t('agent.load', { open, capacity })}</span>}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
