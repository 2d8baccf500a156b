import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { useMessage } from '../../lib/use-message.ts';
import { useVersionsWords } from './words.ts';
import './save-form.css';

interface Props {
  /** That it will be, if nobody saves one before. */
  next: number;
  /** What it would do has been seen. */
  ready: boolean;
  /** What a new version means for what was before. */
  what: string;
  /** Answers which version it became. */
  save(note: string): Promise<number>;
  onSaved(version: number): void;
  onRefused(error: unknown): void;
}

/** Saves the previewed changes as a new version, with a note for those who read it later. */
export function SaveForm({ next, ready, what, save: saveWith, onSaved, onRefused }: Props) {
  const { lang } = usePreferences();
  const t = useVersionsWords();
  const message = useMessage();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const save = useMutation({ mutationFn: saveWith });
  const isMissing = asked && note.trim() === '';

  async function submit(): Promise<void> {
    setAsked(true);
    if (note.trim() === '') return;
    try {
      const version = await save.mutateAsync(note.trim());
      message.success(t('save.saved', { version }));
      onSaved(version);
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
        status={isMissing ? 'warning' : undefined}
        aria-invalid={isMissing}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="primary" htmlType="submit" data-testid="save" disabled={!ready} loading={save.isPending}>
        {t('save.submit', { version: next })}
      </Button>
      <p className={isMissing ? 'save-missing' : 'muted'} role={save.isPending ? 'status' : undefined}>
        {isMissing ? t('save.note.missing') : save.isPending ? t('save.saving') : what}
      </p>
    </form>
  );
}
