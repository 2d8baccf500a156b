import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { maxTextLength } from '../../../core/wire.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { api } from '../../lib/api.ts';
import { useAct } from '../../lib/use-act.ts';
import type { Writing } from './draft-store.ts';
import { isSendKey } from './enter.ts';
import { NewerDraft } from './newer-draft.tsx';
import { useDraft } from './use-draft.ts';
import { useTyping } from './use-typing.ts';
import { Written } from './written.tsx';

type Aside = Exclude<Writing, 'reply'>;

/** Words for colleagues alone. They stay in the field until they are stored. */
export function AsideComposer({ conversationId, writing }: { conversationId: string; writing: Aside }) {
  const { t } = usePreferences();
  const { text, write, newer } = useDraft(conversationId, writing);
  const typing = useTyping(conversationId, false);
  const keep = useAct(() => api[writing](conversationId, text.trim()));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const empty = text.trim() === '' || text.length > maxTextLength;
  const store = async () => {
    if (empty || keep.busy || !(await keep.run())) return;
    typing(false);
    write('');
  };
  return (
    <div className="aside-composer">
      {newer && <NewerDraft newer={newer} />}
      <Written
        ref={field}
        text={text}
        ranges={[]}
        label={t(`writing.${writing}`)}
        placeholder={t(`composer.placeholder.${writing}`)}
        testId="note-input"
        onWrite={(next) => {
          write(next);
          typing(next !== '');
        }}
        onKeyDown={(event) => {
          if (!isSendKey(event)) return;
          event.preventDefault();
          void store();
        }}
      />
      <div className="composer-foot">
        <span className="muted">{t('composer.internal')}</span>
        <Button data-testid="note-send" disabled={empty} loading={keep.busy} onClick={() => void store()}>
          {t(`action.${writing}`)}
        </Button>
      </div>
    </div>
  );
}
