import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { useLeave, useMay, useMe } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { MenuButton } from '../../lib/menu-button.tsx';
import { useAct } from '../../lib/use-act.ts';
import { useMessage } from '../../lib/use-message.ts';

const UndoTimeDialog = lazy(() =>
  import('./undo-time-dialog.tsx').then((module) => ({ default: module.UndoTimeDialog })),
);
const AutoCloseDialog = lazy(() =>
  import('../inbox/auto-close-dialog.tsx').then((module) => ({ default: module.AutoCloseDialog })),
);
const SessionsDialog = lazy(() =>
  import('./sessions-dialog.tsx').then((module) => ({ default: module.SessionsDialog })),
);

export function UserMenu() {
  const { t, lang, appearance, change, sound, notify, privateNotifications, traditional } = usePreferences();
  const message = useMessage();
  const me = useMe();
  const leave = useLeave();
  const navigate = useNavigate();
  const [sessions, setSessions] = useState(false);
  const [undoTime, setUndoTime] = useState(false);
  const [autoClose, setAutoClose] = useState(false);
  const may = useMay();
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
    'undo-time': () => setUndoTime(true),
    account: () => void navigate({ to: '/account' }),
    sessions: () => setSessions(true),
    'auto-close': () => setAutoClose(true),
    'sign-out': () => void signOut.run(),
  };
  return (
    <>
      <MenuButton
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
            ...(may('conversations.reply') || may('standard.write')
              ? [{ key: 'undo-time', label: t('recall.title') }]
              : []),
            ...(may('inbox.settings')
              ? [
                  {
                    key: 'auto-close',
                    label: <span data-testid="auto-close">{t('autoClose.open')}</span>,
                  },
                ]
              : []),
            { type: 'divider' },
            { key: 'account', label: <span data-testid="to-account">{t('nav.account')}</span> },
            { key: 'sessions', label: t('sessions.title') },
            { type: 'divider' },
            { key: 'sign-out', label: <span data-testid="sign-out">{t('signOut')}</span> },
          ],
          onClick: ({ key }) => acts[key]?.(),
        }}
      >
        <button type="button" className="quiet-button" aria-label={me.name} data-testid="user-menu">
          <span className="user-initial" data-initial={me.name.slice(0, 1)} />
          <span className="user-name">{me.name}</span>
        </button>
      </MenuButton>
      {autoClose && (
        <Suspense>
          <AutoCloseDialog onClose={() => setAutoClose(false)} />
        </Suspense>
      )}
      {undoTime && (
        <Suspense>
          <UndoTimeDialog onClose={() => setUndoTime(false)} />
        </Suspense>
      )}
      {sessions && (
        <Suspense>
          <SessionsDialog onClose={() => setSessions(false)} />
        </Suspense>
      )}
    </>
  );
}
