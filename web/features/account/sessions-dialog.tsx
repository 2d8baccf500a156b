import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Skeleton } from 'antd';
import type { SessionRow } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { api } from '../../lib/api.ts';
import { deviceName } from '../../lib/device.ts';
import { sentence } from '../../lib/failure.ts';
import { dayAndTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';

const query = { queryKey: ['sessions'], queryFn: api.sessions, staleTime: 0 };

/** Where I am signed in; each can be ended from here. */
export function SessionsDialog({ onClose }: { onClose(): void }) {
  const { t } = usePreferences();
  return (
    <Modal open title={t('sessions.title')} footer={null} onCancel={onClose}>
      <SessionList />
    </Modal>
  );
}

export function SessionList() {
  const { t, lang } = usePreferences();
  const { data, error } = useQuery(query);
  return (
    <>
      <p className="muted">{t('sessions.what')}</p>
      {error && <p role="alert">{sentence(error, lang)}</p>}
      {!data && !error && <Skeleton />}
      <ul className="sessions">
        {data?.map((session) => (
          <Session key={session.sessionId} session={session} />
        ))}
      </ul>
    </>
  );
}

function Session({ session }: { session: SessionRow }) {
  const { t, lang } = usePreferences();
  const client = useQueryClient();
  const end = useAct(async () => {
    await api.endSession(session.sessionId);
    await client.invalidateQueries({ queryKey: query.queryKey });
  }, t('sessions.ended'));
  return (
    <li className="session">
      <div>
        <strong title={session.device ?? undefined}>
          {deviceName(session.device ?? '') ?? t('sessions.unknownDevice')}
        </strong>
        <div className="muted figures">
          {t('sessions.lastSeen', { time: dayAndTime(session.lastSeenAt, lang) })}
        </div>
      </div>
      {session.current ? (
        <span className="muted">{t('sessions.current')}</span>
      ) : (
        <Button loading={end.busy} onClick={() => void end.run()}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
