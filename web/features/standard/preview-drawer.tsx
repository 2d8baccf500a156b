import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { Refused } from '../../../core/refusal.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { PreviewDrawer, previewNumbers, type PreviewNumber } from '../versions/preview-drawer.tsx';
import { ChangeList } from './change-list.tsx';
import { useDraft } from './draft-provider.tsx';
import { PreviewResult } from './preview-result.tsx';
import { StandardSaveForm } from './save-form.tsx';
import { standardQuery } from './standard-query.ts';
import { usePreview } from './use-preview.ts';
import { useStandardWords } from './words.ts';
import './preview.css';

/** On the last conversations, judged portion by portion. */
export function StandardPreview({ onClose }: { onClose(): void }) {
  const t = useStandardWords();
  const client = useQueryClient();
  const { draft, changes, newer, refuse } = useDraft();
  const [wanted, setWanted] = useState<PreviewNumber>(previewNumbers[0]);
  const { run, start, cancel } = usePreview(draft.mine);
  const begin = useEffectEvent((count: number) => void start(count));
  useEffect(() => begin(wanted), [wanted]);
  const reload = () => client.invalidateQueries({ queryKey: standardQuery.queryKey });

  /** What is wrong stands at its field on the page; a newer version is shown there too. */
  const turnBack = async (error: unknown) => {
    if (!(error instanceof Refused)) return;
    if (error.refusal.code === 'invalid') {
      refuse(error.refusal);
      onClose();
    } else if (error.refusal.code === 'conflict') {
      await reload();
    }
  };
  const turnedBack = useEffectEvent(turnBack);
  useEffect(() => void turnedBack(run.error), [run.error]);

  return (
    <PreviewDrawer
      state={run.state}
      changes={<ChangeList changes={changes} />}
      effect={t('preview.effect')}
      last={(count) => t('preview.last', { count })}
      wanted={wanted}
      onWanted={setWanted}
      isLate={run.version !== null && run.version > draft.version}
      onLate={() => void reload()}
      isBehind={newer !== null}
      onClose={onClose}
      saveForm={
        <StandardSaveForm
          ready={run.state === 'done' && run.version === draft.version}
          onSaved={onClose}
          onRefused={turnBack}
        />
      }
    >
      <Running run={run} onCancel={cancel} onAgain={() => void start(wanted)} />
      <PreviewResult run={run} />
    </PreviewDrawer>
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
