import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { useEffect } from 'react';
import type { Colleague } from '../../../core/api.ts';
import type { PresenceState } from '../../../core/wire.ts';
import { useConnection } from '../../app/live.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { useAct } from '../../lib/use-act.ts';
import './account.css';

const agentsQuery = { queryKey: ['agents'], queryFn: api.agents, staleTime: 15_000 };

/** The colleagues with their presence, kept fresh by the socket. */
export function useColleagues(): Colleague[] {
  const client = useQueryClient();
  const connection = useConnection();
  const { data } = useQuery(agentsQuery);
  useEffect(
    () =>
      connection.onFrame((frame) => {
        if (frame.type !== 'presence') return;
        client.setQueryData<{ agents: Colleague[] }>(agentsQuery.queryKey, (known) => known && present(known, frame));
      }),
    [client, connection],
  );
  return data?.agents ?? none;
}

const none: Colleague[] = [];

function present({ agents }: { agents: Colleague[] }, { agentId, state }: { agentId: string; state: Colleague['presence'] }) {
  return { agents: agents.map((agent) => (agent.agentId === agentId ? { ...agent, presence: state } : agent)) };
}

/** Whether new conversations come to me. */
export function PresenceSwitch() {
  const { t } = usePreferences();
  const { agentId } = useMe();
  const may = useMay();
  const client = useQueryClient();
  const own = useColleagues().find((agent) => agent.agentId === agentId);
  const set = useAct(async (state: PresenceState) => {
    await api.setPresence(state);
    await client.invalidateQueries({ queryKey: agentsQuery.queryKey });
  });
  if (!may('conversations.reply')) return null;
  const state = own?.presence ?? 'offline';
  const choices: PresenceState[] = ['available', 'away'];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [state],
        items: choices.map((key) => ({ key, label: <PresenceLine state={key} explained /> })),
        onClick: ({ key }) => void set.run(key as PresenceState),
      }}
    >
      <button type="button" className="quiet-button" data-testid="presence" data-state={state} disabled={set.busy}>
        <span className="visually-hidden">{t('presence.mine')}</span>
        <PresenceLine state={state} />
      </button>
    </Dropdown>
  );
}

export function PresenceLine({ state, explained = false }: { state: Colleague['presence']; explained?: boolean }) {
  const { t } = usePreferences();
  return (
    <span className="presence-line" data-state={state}>
      <i aria-hidden />
      {t(`presence.${state}`)}
      {explained && <span className="muted">{t(`presence.${state}.what`)}</span>}
    </span>
  );
}
