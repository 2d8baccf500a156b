import { useBlocker } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useVersionsWords } from './words.ts';

/** Asks before changes are lost by leaving the page. Whoever is signed out leaves unasked. */
export function LeaveGuard({ changed }: { changed: boolean }) {
  const t = useVersionsWords();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      changed && next.pathname !== current.pathname && next.pathname !== '/sign-in',
    enableBeforeUnload: changed,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Modal
      open
      title={t('leave.title')}
      onCancel={reset}
      footer={[
        <Button key="go" data-testid="leave-go" onClick={proceed}>
          {t('leave.go')}
        </Button>,
        <Button key="stay" type="primary" data-testid="leave-stay" onClick={reset}>
          {t('leave.stay')}
        </Button>,
      ]}
    >
      <p>{t('leave.what')}</p>
    </Modal>
  );
}
