import { Link } from '@tanstack/react-router';
import { Button, Dropdown, Popconfirm } from 'antd';
import { Suspense, useState } from 'react';
import type { ThreadAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { customerName } from '../../lib/customer-name.ts';
import { BackIcon, MoreIcon, PanelIcon } from '../../lib/icons.tsx';
import { useAct } from '../../lib/use-act.ts';
import { useAsideActs } from '../inbox/aside-acts.tsx';
import { MoodMark } from '../inbox/mood-mark.tsx';
import { WaitingRing } from '../inbox/waiting-ring.tsx';
import { EndingWarning, useEnding } from './ending-warning.tsx';
import { lazyPart } from '../../lib/lazy-part.ts';

const TransferDialog = lazyPart(() => import('./transfer-dialog.tsx'), 'TransferDialog');
const AssignDialog = lazyPart(() => import('./assign-dialog.tsx'), 'AssignDialog');

interface Props {
  thread: ThreadAnswer;
  side: boolean;
  onSide(): void;
}

export function ThreadHeader({ thread, side, onSide }: Props) {
  const { t } = usePreferences();
  const { conversation } = thread;
  return (
    <header className="thread-header">
      <Link to="/inbox" className="quiet-button thread-back" aria-label={t('page.toInbox')}>
        <BackIcon />
      </Link>
      <div className="thread-who">
        <h1>{customerName(conversation, t)}</h1>
        <div className="thread-state">
          <span className="group-tag">{t(`group.${conversation.group}`)}</span>
          <Owner thread={thread} />
          <MoodMark mood={conversation.mood} />
          <WaitingRing conversation={conversation} />
        </div>
      </div>
      <Actions thread={thread} />
      <button
        type="button"
        className="quiet-button"
        aria-pressed={side}
        data-command="side"
        aria-label={t('customer.side')}
        title={t('customer.side')}
        onClick={onSide}
      >
        <PanelIcon />
      </button>
    </header>
  );
}

function Owner({ thread: { conversation, colleagues } }: { thread: ThreadAnswer }) {
  const { t } = usePreferences();
  const { agentId } = useMe();
  const { state, assigneeId } = conversation;
  if (state !== 'assigned') return <span>{t(`state.${state}`)}</span>;
  if (assigneeId === agentId) return <span className="owner-mine">{t('owner.me')}</span>;
  const name =
    colleagues.find((colleague) => colleague.agentId === assigneeId)?.name ?? t('author.colleague');
  return <span>{t('owner.other', { name })}</span>;
}

type Dialog = 'transfer' | 'assign' | null;

function Actions({ thread }: { thread: ThreadAnswer }) {
  const { t } = usePreferences();
  const { agentId } = useMe();
  const may = useMay();
  const [dialog, setDialog] = useState<Dialog>(null);
  const { conversationId: id, state, assigneeId } = thread.conversation;
  const claim = useAct(() => api.claim(id));
  const takeOver = useAct(() => api.takeOver(id), t('takeOver.done'));
  const resolve = useAct(() => api.resolve(id), t('resolve.done'));
  const [resolving, setResolving] = useState(false);
  const ending = useEnding(thread, resolving);

  const mine = state === 'assigned' && assigneeId === agentId;
  const open = state === 'waiting' || state === 'assigned';
  const leads = may('conversations.assign');
  const aside = useAsideActs(thread.conversation);
  const menu = [
    ...aside.items,
    ...(open && leads ? [{ key: 'assign', label: t('action.assign') }] : []),
    ...(open && may('conversations.transfer') && !mine && leads
      ? [{ key: 'transfer', label: t('action.transfer') }]
      : []),
  ];

  return (
    <div className="thread-actions">
      {state === 'waiting' && may('conversations.claim') && (
        <Button
          type="primary"
          data-testid="claim"
          data-command="claim"
          loading={claim.busy}
          onClick={() => void claim.run()}
        >
          {t('action.claim')}
        </Button>
      )}
      {state === 'assigned' && !mine && may('conversations.take-over') && (
        <Popconfirm
          title={t('takeOver.title')}
          description={t('takeOver.what')}
          onConfirm={() => void takeOver.run()}
        >
          <Button data-testid="take-over" data-command="take-over" loading={takeOver.busy}>
            {t('action.takeOver')}
          </Button>
        </Popconfirm>
      )}
      {mine && (
        <Button data-testid="transfer" data-command="transfer" onClick={() => setDialog('transfer')}>
          {t('action.transfer')}
        </Button>
      )}
      {open && (mine || leads) && may('conversations.resolve') && (
        <Popconfirm
          title={t('resolve.title')}
          description={
            <>
              <EndingWarning findings={ending.findings} />
              {t('resolve.what')}
            </>
          }
          destroyOnHidden
          open={resolving}
          onOpenChange={setResolving}
          onConfirm={() => void resolve.run()}
          okText={t('action.resolve')}
          okButtonProps={{ disabled: ending.isLoading }}
        >
          <Button data-testid="resolve" data-command="resolve" loading={resolve.busy}>
            {t('action.resolve')}
          </Button>
        </Popconfirm>
      )}
      {menu.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: menu,
            onClick({ key }) {
              aside.onClick(key);
              if (key === 'assign' || key === 'transfer') setDialog(key);
            },
          }}
        >
          <button
            type="button"
            className="quiet-button"
            aria-label={t('action.more')}
            title={t('action.more')}
            data-testid="more"
            data-command="more"
          >
            <MoreIcon />
          </button>
        </Dropdown>
      )}
      {aside.dialogs}
      <Suspense>
        {dialog === 'transfer' && <TransferDialog thread={thread} onClose={() => setDialog(null)} />}
        {dialog === 'assign' && <AssignDialog thread={thread} onClose={() => setDialog(null)} />}
      </Suspense>
    </div>
  );
}
