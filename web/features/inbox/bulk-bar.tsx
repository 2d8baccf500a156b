import { Alert, Button, Modal, Popconfirm } from 'antd';
import { Suspense, useState } from 'react';
import type { BulkAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { inboxApi } from '../../lib/inbox-api.ts';
import { useAct } from '../../lib/use-act.ts';
import { BulkRefused } from './bulk-refused.tsx';
import { useRows } from './rows-provider.tsx';
import { useInboxWords } from './words.ts';
import { lazyPart } from '../../lib/lazy-part.ts';
import './inbox-parts.css';

const SnoozeDialog = lazyPart(() => import('./snooze-dialog.tsx'), 'SnoozeDialog');
const BulkAssign = lazyPart(() => import('./bulk-assign.tsx'), 'BulkAssign');
const MergeTwo = lazyPart(() => import('./merge-two.tsx'), 'MergeTwo');

/** As many as the server takes in one call. */
const most = 100;

interface Props {
  selected: ReadonlySet<string>;
  onChange(selected: ReadonlySet<string> | null): void;
}

/** What can be done to several conversations at once; what could not be done is told one by one and stays selected. */
export function BulkBar({ selected, onChange }: Props) {
  const { t } = usePreferences();
  const w = useInboxWords();
  const may = useMay();
  const { byId } = useRows();
  const [dialog, setDialog] = useState<'assign' | 'snooze' | 'merge' | null>(null);
  const [told, setTold] = useState<BulkAnswer | null>(null);
  const ids = [...selected];
  const act = useAct(async (work: () => Promise<BulkAnswer>) => {
    const answer = await work();
    setTold(answer);
    onChange(new Set(answer.refused.map(({ conversationId }) => conversationId)));
  });
  const none = ids.length === 0 || ids.length > most;
  const close = () => setDialog(null);

  return (
    <div className="bulk-bar" role="toolbar" aria-label={w('bulk.label')} data-testid="bulk-bar">
      {ids.length > most && <Alert type="warning" title={w('bulk.most', { limit: most })} />}
      {told && told.refused.length === 0 && ids.length === 0 && (
        <p role="status" className="bulk-done" data-testid="bulk-done">
          {w('bulk.done', { count: told.done.length })}
        </p>
      )}
      <div className="bulk-line">
        <span className="figures">{w('bulk.count', { count: ids.length })}</span>
        <Button size="small" type="text" onClick={() => onChange(null)}>
          {w('bulk.none')}
        </Button>
      </div>
      <div className="bulk-line">
        {may('conversations.assign') && (
          <Button size="small" disabled={none} data-testid="bulk-assign" onClick={() => setDialog('assign')}>
            {t('action.assign')}
          </Button>
        )}
        {may('conversations.snooze') && (
          <Button size="small" disabled={none} data-testid="bulk-snooze" onClick={() => setDialog('snooze')}>
            {t('action.snooze')}
          </Button>
        )}
        {may('conversations.resolve') && (
          <Popconfirm
            title={w('bulk.resolve.title', { count: ids.length })}
            description={w('bulk.resolve.what')}
            okText={t('action.resolve')}
            onConfirm={() => void act.run(() => inboxApi.resolveAll(ids))}
          >
            <Button size="small" disabled={none} loading={act.busy} data-testid="bulk-resolve">
              {t('action.resolve')}
            </Button>
          </Popconfirm>
        )}
        {may('conversations.merge') && ids.length === 2 && (
          <Button size="small" data-testid="bulk-merge" onClick={() => setDialog('merge')}>
            {t('action.merge')}
          </Button>
        )}
      </div>
      <Suspense>
        {dialog === 'assign' && (
          <BulkAssign
            onAssign={(agentId) => act.run(() => inboxApi.assignAll(ids, agentId))}
            onClose={close}
          />
        )}
        {dialog === 'snooze' && (
          <SnoozeDialog onSnooze={(until) => act.run(() => inboxApi.snoozeAll(ids, until))} onClose={close} />
        )}
        {dialog === 'merge' && (
          <MergeTwo
            two={ids.flatMap((id) => byId.get(id) ?? [])}
            onMerged={() => onChange(new Set())}
            onClose={close}
          />
        )}
      </Suspense>
      {told && told.refused.length > 0 && (
        <Modal
          open
          footer={null}
          title={w('bulk.partly', { done: told.done.length, refused: told.refused.length })}
          onCancel={() => setTold(null)}
        >
          <BulkRefused refused={told.refused} />
        </Modal>
      )}
    </div>
  );
}
