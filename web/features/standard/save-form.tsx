import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Refused } from '../../../core/refusal.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { meQuery } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { standardApi } from '../../lib/standard-api.ts';
import { useMessage } from '../../lib/use-message.ts';
import type { Draft } from './draft.ts';
import { useDraft } from './draft-provider.tsx';
import { changesBetween } from './settings-changes.ts';
import { standardQuery, standingsQuery } from './standard-query.ts';
import { useStandardWords } from './words.ts';
import './save-form.css';

interface Props {
  /** What it would do has been seen. */
  ready: boolean;
  onSaved(): void;
  onRefused(error: unknown): void;
}

/** Saves the previewed changes as a new version, with a note for those who read it later. */
export function SaveForm({ ready, onSaved, onRefused }: Props) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  const message = useMessage();
  const client = useQueryClient();
  const { draft, begin } = useDraft();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const save = useMutation({ mutationFn: () => saveDraft(draft, note.trim()) });
  const isMissing = asked && note.trim() === '';

  async function submit(): Promise<void> {
    setAsked(true);
    if (note.trim() === '') return;
    try {
      const version = await save.mutateAsync();
      begin({ version, base: draft.mine, mine: draft.mine });
      message.success(t('save.saved', { version }));
      onSaved();
      for (const { queryKey } of [standardQuery, standingsQuery, meQuery])
        void client.invalidateQueries({ queryKey });
    } catch (error) {
      message.warning(sentence(error, lang), 6);
      onRefused(error);
    }
  }

  return (
    <form
      className="save-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label htmlFor="save-note">{t('save.note')}</label>
      <Input
        id="save-note"
        data-testid="save-note"
        placeholder={t('save.note.hint')}
        maxLength={400}
        status={isMissing ? 'error' : undefined}
        aria-invalid={isMissing}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="primary" htmlType="submit" data-testid="save" disabled={!ready} loading={save.isPending}>
        {t('save.submit', { version: draft.version + 1 })}
      </Button>
      <p className={isMissing ? 'field-problem' : 'muted'} role={save.isPending ? 'status' : undefined}>
        {t(isMissing ? 'save.note.missing' : save.isPending ? 'save.saving' : 'save.what')}
      </p>
    </form>
  );
}

/** Where only a rule was restored meanwhile, the settings are what they were, and saving goes on from there. */
async function saveDraft({ base, mine, version }: Draft, note: string): Promise<number> {
  try {
    return (await standardApi.save(mine, version, note)).version;
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'conflict') throw error;
    const newer = await standardApi.standard();
    if (changesBetween(base, newer.settings).length > 0) throw error;
    return (await standardApi.save(mine, newer.version, note)).version;
  }
}
