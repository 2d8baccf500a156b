import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Segmented, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { usePreferences } from '../../../app/preferences.tsx';
import { sentence } from '../../../lib/failure.ts';
import { policyApi } from '../policy-api.ts';
import { ChangeList } from './change-list.tsx';
import { useDraft } from './draft-provider.tsx';
import { policyQuery } from './policy-query.ts';
import { PreviewResult } from './preview-result.tsx';
import { SaveForm } from './save-form.tsx';
import { useSettingsWords } from './settings-words.ts';

const numbers = [50, 200, 500];

/** What the changes would have said to the last orders; saving stands below, once that was seen. */
export function PreviewDrawer({ onClose }: { onClose(): void }) {
  const say = useSettingsWords();
  const { lang } = usePreferences();
  const client = useQueryClient();
  const { draft, changes, newer } = useDraft();
  const [wanted, setWanted] = useState(numbers[0]!);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['policy-preview', draft.version, draft.mine, wanted],
    queryFn: ({ signal }) => policyApi.preview(draft.mine, wanted, signal),
    retry: false,
    gcTime: 0,
  });
  // Somebody saved meanwhile: whose it is and what to do stands on the page.
  const isBehind = data !== undefined && data.version > draft.version;
  useEffect(() => {
    if (isBehind) void client.invalidateQueries({ queryKey: policyQuery.queryKey });
  }, [client, isBehind]);
  useEffect(() => {
    if (newer) onClose();
  }, [newer, onClose]);
  return (
    <Drawer
      open
      size={760}
      title={say('preview.title')}
      onClose={onClose}
      footer={<SaveForm ready={data !== undefined && !isBehind} onSaved={onClose} />}
    >
      <div className="policy-preview" data-testid="policy-preview-drawer" data-ready={data !== undefined}>
        <h2>{say('preview.mine')}</h2>
        <ChangeList changes={changes} />
        <div className="policy-preview-head">
          <h2>{say('preview.effect')}</h2>
          <Segmented
            size="small"
            value={wanted}
            options={numbers.map((value) => ({ value, label: say('preview.last', { count: value }) }))}
            onChange={setWanted}
          />
        </div>
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
      </div>
    </Drawer>
  );
}
