import { useBlocker } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useWidgetWords } from './words.ts';

/** Asks before changes are lost by leaving the page. Whoever is signed out leaves unasked. */
export function LeaveGuard({ changed }: { changed: boolean }) {
  const t = useWidgetWords();
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
        <Button key="go" onClick={proceed}>
          {t('leave.go')}
        </Button>,
        <Button key="stay" type="primary" onClick={reset}>
          {t('leave.stay')}
        </Button>,
      ]}
    >
      <p>{t('leave.what')}</p>
    </Modal>
  );
}
