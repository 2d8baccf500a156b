import { App, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { useLeave, useMe } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { useAct } from '../../lib/use-act.ts';

const SessionsDialog = lazy(() =>
  import('./sessions-dialog.tsx').then((module) => ({ default: module.SessionsDialog })),
);

export function UserMenu() {
  const { t, lang, appearance, change, sound, notify, privateNotifications, traditional } = usePreferences();
  const { message } = App.useApp();
  const me = useMe();
  const leave = useLeave();
  const [sessions, setSessions] = useState(false);
  const signOut = useAct(async () => {
    await api.signOut();
    await leave();
  });
  const toggleNotify = useAct(async () => {
    if (notify) return change({ notify: false });
    const { askToNotify } = await import('../notify/ask.ts');
    const said = await askToNotify(lang);
    if (said.allowed) change({ notify: true });
    message.info(said.words, 6);
  });
  const acts: Record<string, () => void> = {
    system: () => change({ appearance: appearance === 'system' ? 'light' : 'system' }),
    sound: () => change({ sound: !sound }),
    notify: () => void toggleNotify.run(),
    private: () => change({ privateNotifications: !privateNotifications }),
    traditional: () => change({ traditional: !traditional }),
    sessions: () => setSessions(true),
    'sign-out': () => void signOut.run(),
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'who',
              disabled: true,
              label: `${t(`role.${me.role}`)} · ${t('agent.workNumber', { number: me.workNumber })}`,
            },
            { type: 'divider' },
            {
              key: 'system',
              label: t(appearance === 'system' ? 'appearance.followsSystem' : 'appearance.followSystem'),
            },
            ...(lang === 'zh'
              ? [{ key: 'traditional', label: t(traditional ? 'menu.simplified' : 'menu.traditional') }]
              : []),
            { key: 'sound', label: t(sound ? 'sound.off' : 'sound.on') },
            { key: 'notify', label: t(notify ? 'menu.notifyOff' : 'menu.notify') },
            ...(notify
              ? [{ key: 'private', label: t(privateNotifications ? 'menu.privateOff' : 'menu.private') }]
              : []),
            { key: 'sessions', label: t('sessions.title') },
            { type: 'divider' },
            { key: 'sign-out', label: <span data-testid="sign-out">{t('signOut')}</span> },
          ],
          onClick: ({ key }) => acts[key]?.(),
        }}
      >
        <button type="button" className="quiet-button" aria-label={me.name} data-testid="user-menu">
          <span className="user-initial" aria-hidden>
            {me.name.slice(0, 1)}
          </span>
          <span className="user-name">{me.name}</span>
        </button>
      </Dropdown>
      {sessions && (
        <Suspense>
          <SessionsDialog onClose={() => setSessions(false)} />
        </Suspense>
      )}
    </>
  );
}
