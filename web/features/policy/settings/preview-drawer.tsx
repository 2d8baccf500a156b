import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { usePreferences } from '../../../app/preferences.tsx';
import { sentence } from '../../../lib/failure.ts';
import { PreviewDrawer, previewNumbers, type PreviewNumber } from '../../versions/preview-drawer.tsx';
import { policyApi } from '../policy-api.ts';
import { ChangeList } from './change-list.tsx';
import { useDraft } from './draft-provider.tsx';
import { policyQuery } from './policy-query.ts';
import { PreviewResult } from './preview-result.tsx';
import { PolicySaveForm } from './save-form.tsx';
import { useSettingsWords } from './settings-words.ts';

/** On the last orders, tried all at once. */
export function PolicyPreviewDrawer({ onClose }: { onClose(): void }) {
  const say = useSettingsWords();
  const { lang } = usePreferences();
  const client = useQueryClient();
  const { draft, changes, newer } = useDraft();
  const [wanted, setWanted] = useState<PreviewNumber>(previewNumbers[0]);
  const { data, error, isFetching, status, refetch } = useQuery({
    queryKey: ['policy-preview', draft.version, draft.mine, wanted],
    queryFn: ({ signal }) => policyApi.preview(draft.mine, wanted, signal),
    retry: false,
    gcTime: 0,
  });
  const isLate = data !== undefined && data.version > draft.version;
  return (
    <PreviewDrawer
      state={status}
      changes={<ChangeList changes={changes} />}
      effect={say('preview.effect')}
      last={(count) => say('preview.last', { count })}
      wanted={wanted}
      onWanted={setWanted}
      isLate={isLate}
      onLate={() => void client.invalidateQueries({ queryKey: policyQuery.queryKey })}
      isBehind={newer !== null}
      onClose={onClose}
      saveForm={<PolicySaveForm ready={data !== undefined && !isLate} onSaved={onClose} />}
    >
      {isFetching && (
        <p role="status">
          <Spin size="small" /> {say('preview.running')}
        </p>
      )}
      {error && !isFetching && (
        <p role="alert">
          {sentence(error, lang)}{' '}
          <Button size="small" onClick={() => void refetch()}>
            {say('preview.again')}
          </Button>
        </p>
      )}
      {data && <PreviewResult preview={data} />}
    </PreviewDrawer>
  );
}
