import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { TeamChange } from '../../../core/api.ts';
import type { Group, Role } from '../../../core/team/roles.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { dayAndTime } from '../../lib/format.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { changesQuery } from './people-query.ts';

/** What was changed about somebody, newest first. */
export function Changes({ agentId }: { agentId: string }) {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const { data, error } = useQuery(changesQuery(agentId));
  return (
    <section className="person-changes" aria-label={t('changes.title')}>
      <h2>{t('changes.title')}</h2>
      {error && <p role="alert">{sentence(error, lang)}</p>}
      {!data && !error && <Skeleton paragraph={{ rows: 2 }} title={false} />}
      {data?.length === 0 && <p className="muted">{t('changes.none')}</p>}
      <ul>
        {data?.map((change, at) => (
          <Change key={at} change={change} />
        ))}
      </ul>
    </section>
  );
}

function Change({ change }: { change: TeamChange }) {
  const t = usePeopleWords();
  const { t: common, lang } = usePreferences();
  const { at, by, kind, data } = change;
  const groupNames = (groups: Group[]) =>
    groups.map((group) => common(`group.${group}`)).join(' · ') || t('people.groups.none');
  return (
    <li data-testid="person-change" data-kind={kind}>
      <span className="muted figures">{dayAndTime(at, lang)}</span>
      <span>
        {t(`change.${kind}`)}
        {data.role && (
          <div>
            {t('change.role', {
              before: common(`role.${data.role[0] as Role}`),
              after: common(`role.${data.role[1] as Role}`),
            })}
          </div>
        )}
        {data.groups && (
          <div>
            {t('change.groups', {
              before: groupNames(data.groups[0] as Group[]),
              after: groupNames(data.groups[1] as Group[]),
            })}
          </div>
        )}
        {data.capacity && (
          <div>
            {t('change.capacity', { before: String(data.capacity[0]), after: String(data.capacity[1]) })}
          </div>
        )}
      </span>
      <span className="muted">{by ?? t('changes.bySetUp')}</span>
    </li>
  );
}
