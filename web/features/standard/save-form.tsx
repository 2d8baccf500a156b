import { useQueryClient } from '@tanstack/react-query';
import { Refused } from '../../../core/refusal.ts';
import type { StandardSettings } from '../../../core/standard/settings.ts';
import { meQuery } from '../../app/session.ts';
import { standardApi } from '../../lib/standard-api.ts';
import type { Draft } from '../versions/draft.ts';
import { SaveForm } from '../versions/save-form.tsx';
import { useDraft } from './draft-provider.tsx';
import { changesBetween } from './settings-changes.ts';
import { standardQuery, standingsQuery } from './standard-query.ts';
import { useStandardWords } from './words.ts';

interface Props {
  ready: boolean;
  onSaved(): void;
  onRefused(error: unknown): void;
}

export function StandardSaveForm({ ready, onSaved, onRefused }: Props) {
  const t = useStandardWords();
  const client = useQueryClient();
  const { draft, begin } = useDraft();

  function saved(version: number): void {
    begin({ version, base: draft.mine, mine: draft.mine });
    onSaved();
    for (const { queryKey } of [standardQuery, standingsQuery, meQuery])
      void client.invalidateQueries({ queryKey });
  }

  return (
    <SaveForm
      next={draft.version + 1}
      ready={ready}
      what={t('save.what')}
      save={(note) => saveDraft(draft, note)}
      onSaved={saved}
      onRefused={onRefused}
    />
  );
}

/** Where only a rule was restored meanwhile, the settings are what they were, and saving goes on from there. */
async function saveDraft({ base, mine, version }: Draft<StandardSettings>, note: string): Promise<number> {
  try {
    return (await standardApi.save(mine, version, note)).version;
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'conflict') throw error;
    const newer = await standardApi.standard();
    if (changesBetween(base, newer.settings).length > 0) throw error;
    return (await standardApi.save(mine, newer.version, note)).version;
  }
}
