import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Button, Checkbox, Input, Skeleton } from 'antd';
import { Suspense, useState } from 'react';
import type { PeopleAnswer, PersonRow } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { Invitations } from './invitations.tsx';
import type { ToldLink } from './link-told.tsx';
import { LinkTold } from './link-told.tsx';
import { peopleQuery } from './people-query.ts';
import { PeopleTable } from './people-table.tsx';
import { SettingsHead } from './settings-head.tsx';
import { lazyPart } from '../../lib/lazy-part.ts';
import './people.css';

const InviteDialog = lazyPart(() => import('./invite-dialog.tsx'), 'InviteDialog');
const PersonDrawer = lazyPart(() => import('./person-drawer.tsx'), 'PersonDrawer');

/** Settings → People. */
export function PeoplePage() {
  const may = useMay();
  return may('team.manage') ? <Managed /> : <Navigate to="/inbox" />;
}

function Managed() {
  const t = usePeopleWords();
  const { t: common, lang } = usePreferences();
  const { data, error, refetch } = useQuery(peopleQuery);
  const [inviting, setInviting] = useState(false);
  const [told, setTold] = useState<ToldLink | null>(null);
  return (
    <main className="settings-page" data-testid="people">
      <div className="settings-body">
        <SettingsHead
          title={t('people.title')}
          what={t('people.what')}
          act={
            <Button type="primary" data-testid="invite" onClick={() => setInviting(true)}>
              {t('people.invite')}
            </Button>
          }
        />
        {data ? (
          <People answer={data} onTold={setTold} />
        ) : error ? (
          <div className="people-empty" role="alert">
            <h2>{t('people.failed')}</h2>
            <p>{sentence(error, lang)}</p>
            <Button onClick={() => void refetch()}>{common('action.tryAgain')}</Button>
          </div>
        ) : (
          <Skeleton paragraph={{ rows: 8 }} aria-busy aria-label={common('page.loading')} />
        )}
      </div>
      <Suspense>
        {inviting && (
          <InviteDialog
            onClose={() => setInviting(false)}
            onMade={(link) => {
              setInviting(false);
              setTold(link);
            }}
          />
        )}
      </Suspense>
      {told && <LinkTold link={told} onClose={() => setTold(null)} />}
    </main>
  );
}

function People({ answer, onTold }: { answer: PeopleAnswer; onTold(link: ToldLink): void }) {
  const t = usePeopleWords();
  const { people, invitations } = answer;
  const [search, setSearch] = useState('');
  const [withClosed, setWithClosed] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const closed = people.filter(({ leftAt }) => leftAt !== null).length;
  const shown = people.filter((one) => (withClosed || one.leftAt === null) && fits(one, search));
  const open = people.find(({ agentId }) => agentId === openId);
  return (
    <>
      <Invitations invitations={invitations} onTold={onTold} />
      <div className="people-tools">
        <Input.Search
          allowClear
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          data-testid="people-search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {closed > 0 && (
          <Checkbox
            checked={withClosed}
            data-testid="people-closed"
            onChange={(event) => setWithClosed(event.target.checked)}
          >
            {t('people.closed', { count: closed })}
          </Checkbox>
        )}
      </div>
      <PeopleTable people={shown} onOpen={setOpenId} />
      {shown.length === 0 && <p className="people-empty">{t('people.none')}</p>}
      {people.length === 1 && invitations.length === 0 && <p className="people-empty">{t('people.only')}</p>}
      <Suspense>
        {open && <PersonDrawer person={open} onTold={onTold} onClose={() => setOpenId(null)} />}
      </Suspense>
    </>
  );
}

function fits({ name, login, workNumber }: PersonRow, search: string): boolean {
  const wanted = search.normalize('NFKC').trim().toLowerCase();
  return [name, login, workNumber].some((text) => text.toLowerCase().includes(wanted));
}
