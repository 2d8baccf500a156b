import { Button, Popconfirm } from 'antd';
import type { InvitationRow } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { dayAndTime } from '../../lib/format.ts';
import { peopleApi } from '../../lib/people-api.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { useAct } from '../../lib/use-act.ts';
import { useNow } from '../../lib/use-now.ts';
import type { ToldLink } from './link-told.tsx';
import { usePeopleChanged } from './people-query.ts';

interface Props {
  invitations: InvitationRow[];
  onTold(link: ToldLink): void;
}

/** Who was invited and has not come yet. */
export function Invitations({ invitations, onTold }: Props) {
  const t = usePeopleWords();
  if (invitations.length === 0) return null;
  return (
    <section className="invitations" aria-label={t('invitations.title')}>
      <h2>{t('invitations.title')}</h2>
      <ul>
        {invitations.map((invitation) => (
          <Invitation key={invitation.invitationId} invitation={invitation} onTold={onTold} />
        ))}
      </ul>
    </section>
  );
}

function Invitation({ invitation, onTold }: { invitation: InvitationRow; onTold(link: ToldLink): void }) {
  const t = usePeopleWords();
  const { t: common, lang } = usePreferences();
  const now = useNow();
  const changed = usePeopleChanged();
  const { invitationId, name, login, workNumber, role, groups, invitedBy, expiresAt } = invitation;
  const renew = useAct(async () => {
    onTold({ kind: 'invitation', name, ...(await peopleApi.renew(invitationId)) });
    await changed();
  });
  const withdraw = useAct(async () => {
    await peopleApi.withdraw(invitationId);
    await changed();
  }, t('invitations.withdrawn'));
  const isExpired = expiresAt <= now;
  return (
    <li data-testid="invitation" data-login={login}>
      <span className="invitation-who">
        <strong>{name}</strong> <span className="muted">{login}</span>
      </span>
      <span className="figures">{workNumber}</span>
      <span>
        {[`role.${role}` as const, ...groups.map((group) => `group.${group}` as const)]
          .map((key) => common(key))
          .join(' · ')}
      </span>
      <span className="muted">{t('invitations.by', { name: invitedBy })}</span>
      <span className={isExpired ? 'invitation-expired' : 'muted figures'}>
        {isExpired ? t('invitations.expired') : t('invitations.until', { time: dayAndTime(expiresAt, lang) })}
      </span>
      <span className="invitation-acts">
        <Button size="small" loading={renew.busy} onClick={() => void renew.run()}>
          {t('invitations.renew')}
        </Button>
        <Popconfirm
          title={t('invitations.withdraw.sure')}
          okText={t('invitations.withdraw')}
          onConfirm={() => void withdraw.run()}
        >
          <Button size="small" loading={withdraw.busy}>
            {t('invitations.withdraw')}
          </Button>
        </Popconfirm>
      </span>
    </li>
  );
}
