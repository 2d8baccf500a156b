import { useQueryClient } from '@tanstack/react-query';
import { SaveForm } from '../../versions/save-form.tsx';
import { policyApi } from '../policy-api.ts';
import { useDraft } from './draft-provider.tsx';
import { policyQuery } from './policy-query.ts';
import { useSettingsWords } from './settings-words.ts';

export function PolicySaveForm({ ready, onSaved }: { ready: boolean; onSaved(): void }) {
  const say = useSettingsWords();
  const client = useQueryClient();
  const { draft, begin } = useDraft();
  const reload = () => void client.invalidateQueries({ queryKey: policyQuery.queryKey });

  function saved(version: number): void {
    begin({ version, base: draft.mine, mine: draft.mine });
    onSaved();
    void client.invalidateQueries({ queryKey: ['order-policy'] });
    reload();
  }

  return (
    <SaveForm
      next={draft.version + 1}
      ready={ready}
      what={say('save.what')}
      save={async (note) => (await policyApi.save(draft.mine, draft.version, note)).version}
      onSaved={saved}
      onRefused={reload}
    />
  );
}
