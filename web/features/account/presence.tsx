import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Colleague } from '../../../core/api.ts';
import type { PresenceState } from '../../../core/wire.ts';
import { useConnection } from '../../app/live.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { MenuButton } from '../../lib/menu-button.tsx';
import { choosePresence, usePresenceChoice } from './presence-choice.ts';
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
        client.setQueryData<Colleague[]>(agentsQuery.queryKey, (known) => known && present(known, frame));
      }),
    [client, connection],
  );
  return data ?? none;
}

const none: Colleague[] = [];

function present(
  agents: Colleague[],
  { agentId, state }: { agentId: string; state: Colleague['presence'] },
): Colleague[] {
  return agents.map((agent) => (agent.agentId === agentId ? { ...agent, presence: state } : agent));
}

/** Whether new conversations come to me: said anew by every connection, remembered by this browser. */
export function PresenceSwitch() {
  const { t } = usePreferences();
  const { agentId } = useMe();
  const may = useMay();
  const connection = useConnection();
  const serves = may('conversations.reply');
  const state = usePresenceChoice(agentId);

  useEffect(() => {
    if (serves) connection.presence(state);
  }, [connection, serves, state]);

  if (!serves) return null;
  return (
    <MenuButton
      menu={{
        selectedKeys: [state],
        items: choices.map((choice) => ({
          key: choice,
          label: (
            <span className="presence-choice" data-testid={`presence-${choice}`}>
              <PresenceLine state={choice} />
              <span className="muted">{t(`presence.${choice}.what`)}</span>
            </span>
          ),
        })),
        onClick: ({ key: chosen }) => choosePresence(agentId, chosen as PresenceState),
      }}
    >
      <button type="button" className="quiet-button" data-testid="presence" data-state={state}>
        <span className="visually-hidden">{t('presence.mine')}</span>
        <PresenceLine state={state} />
      </button>
    </MenuButton>
  );
}

const choices: PresenceState[] = ['available', 'away'];

export function PresenceLine({ state }: { state: Colleague['presence'] }) {
  const { t } = usePreferences();
  return (
    <span className="presence-line" data-state={state}>
      <i aria-hidden />
      {t(`presence.${state}`)}
    </span>
  );
}
