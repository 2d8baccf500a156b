import { useBlocker } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useDraft } from './draft-provider.tsx';
import { useSettingsWords } from './settings-words.ts';

/** Asks before changes are lost by leaving the page. Whoever is signed out leaves unasked. */
export function LeaveGuard() {
  const say = useSettingsWords();
  const count = useDraft().changes.length;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      count > 0 && next.pathname !== current.pathname && next.pathname !== '/sign-in',
    enableBeforeUnload: count > 0,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Modal
      open
      title={say('leave.title')}
      onCancel={reset}
      footer={[
        <Button key="go" onClick={proceed}>
          {say('leave.go')}
        </Button>,
        <Button key="stay" type="primary" onClick={reset}>
          {say('leave.stay')}
        </Button>,
      ]}
    >
      <p>{say('leave.what', { count })}</p>
    </Modal>
  );
}
