import type { Note } from '../../../core/conversations/thread.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { clockTime } from '../../lib/format.ts';
import { NoteIcon, WhisperIcon } from '../../lib/icons.tsx';

/** Staff only: looks like nothing a customer ever sees. */
/** @param landed just jumped to */
export function NoteLine({ note, landed }: { note: Note; landed: boolean }) {
  const { t, lang } = usePreferences();
  return (
    <aside
      className="note"
      data-testid="note"
      data-kind={note.kind}
      data-staff-seq={note.staffSeq}
      data-landed={landed}
    >
      <header>
        {note.kind === 'whisper' ? <WhisperIcon size={14} /> : <NoteIcon size={14} />}
        <strong>{t(`note.${note.kind}`)}</strong>
        <span>{note.authorName ?? t('author.colleague')}</span>
        <time className="figures">{clockTime(note.at, lang)}</time>
      </header>
      <p>{note.text ?? t('message.erased')}</p>
    </aside>
  );
}
