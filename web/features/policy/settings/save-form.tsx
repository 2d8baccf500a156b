import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { usePreferences } from '../../../app/preferences.tsx';
import { sentence } from '../../../lib/failure.ts';
import { useMessage } from '../../../lib/use-message.ts';
import { policyApi } from '../policy-api.ts';
import { useDraft } from './draft-provider.tsx';
import { policyQuery } from './policy-query.ts';
import { useSettingsWords } from './settings-words.ts';

/** Saves the previewed changes as a new version, with a note for those who read it later. */
export function SaveForm({ ready, onSaved }: { ready: boolean; onSaved(): void }) {
  const say = useSettingsWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const client = useQueryClient();
  const { draft, begin } = useDraft();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const save = useMutation({ mutationFn: () => policyApi.save(draft.mine, draft.version, note.trim()) });
  const isMissing = asked && note.trim() === '';

  async function submit(): Promise<void> {
    setAsked(true);
    if (note.trim() === '') return;
    try {
      const { version } = await save.mutateAsync();
      begin({ version, base: draft.mine, mine: draft.mine });
      message.success(say('save.saved', { version }));
      onSaved();
      void client.invalidateQueries({ queryKey: ['order-policy'] });
    } catch (error) {
      message.warning(sentence(error, lang), 6);
    }
    void client.invalidateQueries({ queryKey: policyQuery.queryKey });
  }

  return (
    <form
      className="policy-save"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label htmlFor="policy-note">{say('save.note')}</label>
      <Input
        id="policy-note"
        data-testid="policy-note"
        placeholder={say('save.note.hint')}
        maxLength={400}
        status={isMissing ? 'warning' : undefined}
        aria-invalid={isMissing}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button
        type="primary"
        htmlType="submit"
        data-testid="policy-save"
        disabled={!ready}
        loading={save.isPending}
      >
        {say('save.submit', { version: draft.version + 1 })}
      </Button>
      <p className={isMissing ? 'policy-problem' : 'muted'}>
        {say(isMissing ? 'save.note.missing' : 'save.what')}
      </p>
    </form>
  );
}
