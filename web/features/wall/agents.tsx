import { Progress } from 'antd';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { PresenceLine, useColleagues } from '../account/presence.tsx';
import { useRows } from '../inbox/rows-provider.tsx';
import { useWallWords } from './words.ts';

const order = { available: 0, away: 1, offline: 2 };

/** Who is here, and how much they have. */
export function Agents() {
  const { t } = usePreferences();
  const w = useWallWords();
  const load = useLoad();
  const { group } = useSearch({ from: '/desk/wall' });
  const agents = useColleagues()
    .filter(({ role }) => ['agent', 'lead', 'supervisor'].includes(role))
    .filter(({ groups }) => group === undefined || groups.includes(group))
    .toSorted((a, b) => order[a.presence] - order[b.presence] || a.workNumber.localeCompare(b.workNumber));
  return (
    <section aria-label={t('wall.agents')}>
      <h2>{t('wall.agents')}</h2>
      {agents.length === 0 && (
        <p className="muted">{w(group === undefined ? 'agents.none' : 'agents.noneInGroup')}</p>
      )}
      <ul className="wall-agents">
        {agents.map(({ agentId, name, role, presence, capacity }) => {
          const open = load.get(agentId) ?? 0;
          return (
            <li key={agentId}>
              <span>
                {name} <span className="muted">{t(`role.${role}`)}</span>
              </span>
              <PresenceLine state={presence} />
              <Progress
                aria-label={w('load', { name })}
                percent={capacity === 0 ? 0 : (open / capacity) * 100}
                size="small"
                status="normal"
                strokeColor={open >= capacity ? 'var(--amber-mark)' : 'var(--accent-text)'}
                format={() => <span className="figures">{t('agent.load', { open, capacity })}</span>}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How many open conversations each has, as the events tell; what the server said once would grow old. */
function useLoad(): Map<string, number> {
  const { byId } = useRows();
  return useMemo(() => {
    const load = new Map<string, number>();
    for (const { state, assigneeId } of byId.values()) {
      if (state === 'assigned' && assigneeId) load.set(assigneeId, (load.get(assigneeId) ?? 0) + 1);
    }
    return load;
  }, [byId]);
}
