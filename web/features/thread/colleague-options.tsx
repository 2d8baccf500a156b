import { usePreferences } from '../../app/preferences.tsx';
import { PresenceLine, useColleagues } from '../account/presence.tsx';

/** Who could take a conversation, with presence and load; all but the one who has it. */
export function useColleagueOptions(except: string | null) {
  const { t } = usePreferences();
  return useColleagues()
    .filter(({ agentId, role }) => agentId !== except && ['agent', 'lead', 'supervisor'].includes(role))
    .map(({ agentId, name, workNumber, presence, open, capacity }) => ({
      value: agentId,
      search: `${name} ${workNumber}`,
      label: (
        <span className="colleague-option">
          <span>{name}</span>
          <span className="muted figures">{t('agent.workNumber', { number: workNumber })}</span>
          <PresenceLine state={presence} />
          <span className="muted figures">{t('agent.load', { open, capacity })}</span>
        </span>
      ),
    }));
}
