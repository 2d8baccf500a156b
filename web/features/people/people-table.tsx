import type { PersonRow } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { dayAndTime } from '../../lib/format.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { PresenceLine } from '../account/presence.tsx';

/** Everybody in a row of their own, which opens. */
export function PeopleTable({ people, onOpen }: { people: PersonRow[]; onOpen(agentId: string): void }) {
  const t = usePeopleWords();
  return (
    <table className="people-table">
      <thead>
        <tr>
          <th scope="col">{t('people.name')}</th>
          <th scope="col">{t('people.workNumber')}</th>
          <th scope="col">{t('people.role')}</th>
          <th scope="col">{t('people.groups')}</th>
          <th scope="col">{t('people.load')}</th>
          <th scope="col">{t('people.presence')}</th>
          <th scope="col">{t('people.secondStep')}</th>
          <th scope="col">{t('people.lastSeen')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.agentId} person={person} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ person, onOpen }: { person: PersonRow; onOpen(agentId: string): void }) {
  const t = usePeopleWords();
  const { t: common, lang } = usePreferences();
  const me = useMe();
  const { agentId, name, login, role, groups, open, capacity, presence, leftAt, lastSeenAt } = person;
  const serves = ['agent', 'lead', 'supervisor'].includes(role);
  return (
    <tr data-testid="person" data-login={login} data-closed={leftAt !== null} onClick={() => onOpen(agentId)}>
      <th scope="row">
        <button
          type="button"
          className="person-name"
          aria-label={t('people.edit', { name })}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(agentId);
          }}
        >
          {name}
        </button>
        {agentId === me.agentId && <span className="person-tag">{t('people.you')}</span>}
        {leftAt !== null && <span className="person-tag">{t('people.closedMark')}</span>}
        <div className="muted person-login">{login}</div>
      </th>
      <td className="figures">{person.workNumber}</td>
      <td>{common(`role.${role}`)}</td>
      <td>
        {groups.length === 0 ? (
          <span className="muted">{t('people.groups.none')}</span>
        ) : (
          groups.map((group) => common(`group.${group}`)).join(' · ')
        )}
      </td>
      <td className="figures" data-full={serves && open >= capacity}>
        {serves ? common('agent.load', { open, capacity }) : <span className="muted">—</span>}
      </td>
      <td>
        {leftAt === null && serves ? <PresenceLine state={presence} /> : <span className="muted">—</span>}
      </td>
      <td>
        {person.secondStep ? (
          <span className="step-on">✓</span>
        ) : (
          <span className="muted">{t('people.groups.none')}</span>
        )}
      </td>
      <td className="muted figures">
        {lastSeenAt === null ? t('people.lastSeen.never') : dayAndTime(lastSeenAt, lang)}
      </td>
    </tr>
  );
}
