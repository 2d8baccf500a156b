/** What a list can be filtered by, and what each choice is called. */
import type { InboxFilter } from '../../../core/conversations/inbox.ts';
import { useQuery } from '@tanstack/react-query';
import { groups } from '../../../core/team/roles.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { useColleagues } from '../account/presence.tsx';
import { tagsQuery } from '../../lib/customer-api.ts';
import { useCustomerWords } from '../../lib/customer-words.ts';
import { useInboxWords } from './words.ts';

export type Field = Exclude<keyof InboxFilter, 'unread'>;

interface FieldOptions {
  field: Field;
  label: string;
  key: 'group' | 'agent' | 'mood' | 'channel' | 'tag';
  options: { value: string; label: string }[];
}

const moods = ['strong', 'dissatisfied', 'uneasy', 'calm'] as const;
const channels = ['widget', 'phone', 'import'] as const;

export function useFilterFields(): FieldOptions[] {
  const { t } = usePreferences();
  const w = useInboxWords();
  const c = useCustomerWords();
  const me = useMe();
  const { data: tags = [] } = useQuery(tagsQuery);
  const colleagues = useColleagues()
    .filter(({ role, agentId }) => agentId !== me.agentId && ['agent', 'lead', 'supervisor'].includes(role))
    .map(({ agentId, name }) => ({ value: agentId, label: name }));
  return [
    {
      field: 'group',
      key: 'group',
      label: w('filter.group'),
      options: groups.map((value) => ({ value, label: t(`group.${value}`) })),
    },
    {
      field: 'agentId',
      key: 'agent',
      label: w('filter.agent'),
      options: [{ value: me.agentId, label: w('filter.me') }, ...colleagues],
    },
    {
      field: 'mood',
      key: 'mood',
      label: w('filter.mood'),
      options: moods.map((value) => ({ value, label: t(`mood.${value}`) })),
    },
    {
      field: 'channel',
      key: 'channel',
      label: w('filter.channel'),
      options: channels.map((value) => ({ value, label: w(`channel.${value}`) })),
    },
    {
      field: 'tag',
      key: 'tag',
      label: c('tags.filter'),
      options: tags.map(({ tagId, name }) => ({ value: tagId, label: name })),
    },
  ];
}

/** Without a field that is left open: two filters are the same where they say the same. */
export function withField(filter: InboxFilter, field: keyof InboxFilter, value: unknown): InboxFilter {
  const { [field]: _, ...others } = filter;
  return value ? { ...others, [field]: value } : others;
}
