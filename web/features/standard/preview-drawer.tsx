import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Progress, Segmented } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { Refused } from '../../../core/refusal.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { ChangeList } from './change-list.tsx';
import { useDraft } from './draft-provider.tsx';
import { PreviewResult } from './preview-result.tsx';
import { SaveForm } from './save-form.tsx';
import { standardQuery } from './standard-query.ts';
import { usePreview } from './use-preview.ts';
import { useStandardWords } from './words.ts';
import './preview.css';

const numbers = [50, 200, 500];

/** What the changes would have done to the last conversations; saving stands below, once that was seen. */
export function PreviewDrawer({ onClose }: { onClose(): void }) {
  const t = useStandardWords();
  const client = useQueryClient();
  const { draft, changes, newer, refuse } = useDraft();
  const [wanted, setWanted] = useState(numbers[0]!);
  const { run, start, cancel } = usePreview(draft.mine);
  const begin = useEffectEvent((count: number) => void start(count));
  useEffect(() => begin(wanted), [wanted]);

  /** What is wrong stands at its field on the page; a newer version is shown there too. */
  const turnBack = async (error: unknown) => {
    if (!(error instanceof Refused)) return;
    if (error.refusal.code === 'invalid') {
      refuse(error.refusal);
      onClose();
    } else if (error.refusal.code === 'conflict') {
      await client.invalidateQueries({ queryKey: standardQuery.queryKey });
    }
  };
  const turnedBack = useEffectEvent(turnBack);
  useEffect(() => void turnedBack(run.error), [run.error]);
  // Somebody saved meanwhile: whose it is and what to do stands on the page.
  const isBehind = run.version !== null && run.version > draft.version;
  useEffect(() => {
    if (isBehind) void client.invalidateQueries({ queryKey: standardQuery.queryKey });
  }, [client, isBehind]);
  const leave = useEffectEvent(() => newer !== null && onClose());
  useEffect(() => void leave(), [newer]);

  return (
    <Drawer
      open
      size={760}
      title={t('preview.title')}
      onClose={onClose}
      footer={
        <SaveForm
          ready={run.state === 'done' && run.version === draft.version}
          onSaved={onClose}
          onRefused={turnBack}
        />
      }
    >
      <div className="preview" data-testid="preview-drawer" data-state={run.state}>
        <h2>{t('preview.mine')}</h2>
        <ChangeList changes={changes} />
        <div className="preview-head">
          <h2>{t('preview.effect')}</h2>
          <Segmented
            size="small"
            value={wanted}
            options={numbers.map((value) => ({ value, label: t('preview.last', { count: value }) }))}
            onChange={setWanted}
          />
        </div>
        <Running run={run} onCancel={cancel} onAgain={() => void start(wanted)} />
        <PreviewResult run={run} />
      </div>
    </Drawer>
  );
}

interface RunningProps extends Pick<ReturnType<typeof usePreview>, 'run'> {
  onCancel(): void;
  onAgain(): void;
}

function Running({ run: { state, sum, wanted, error }, onCancel, onAgain }: RunningProps) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  const { judged } = sum;
  if (state === 'running' || state === 'waiting') {
    return (
      <div className="preview-running" role="status">
        <Progress percent={Math.round((judged / wanted) * 100)} showInfo={false} size="small" />
        <span className="figures">
          {state === 'waiting' ? t('preview.waiting') : t('preview.running', { judged, wanted })}
        </span>
        <Button size="small" data-testid="preview-cancel" onClick={onCancel}>
          {t('preview.cancel')}
        </Button>
      </div>
    );
  }
  if (state === 'done' || state === 'idle') return null;
  return (
    <div className="preview-running" role="alert">
      <span>{state === 'failed' ? sentence(error, lang) : t('preview.cancelled', { judged })}</span>
      <Button size="small" data-testid="preview-again" onClick={onAgain}>
        {t('preview.again')}
      </Button>
    </div>
  );
}
