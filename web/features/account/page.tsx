import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { PasswordCard } from './password-card.tsx';
import { SecondStepCard } from './second-step-card.tsx';
import { SessionList } from './sessions-dialog.tsx';
import './account-page.css';

/** One's own account: password, second step, sessions. */
export function AccountPage() {
  const t = usePeopleWords();
  const { t: common } = usePreferences();
  const me = useMe();
  return (
    <main className="account-page" data-testid="account">
      <div className="account-body">
        <header>
          <h1>{t('account.title')}</h1>
          <p className="muted">
            {me.name} · {me.account} · {common(`role.${me.role}`)} ·{' '}
            {common('agent.workNumber', { number: me.workNumber })}
          </p>
        </header>
        <PasswordCard />
        <SecondStepCard />
        <section className="account-card">
          <h2>{common('sessions.title')}</h2>
          <SessionList />
        </section>
      </div>
    </main>
  );
}
