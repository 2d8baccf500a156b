import { useRef } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { ClipIcon } from '../../lib/icons.tsx';

/** What the desk takes; its bytes are looked at all the same. */
const accepted = 'image/png,image/jpeg,image/gif,image/webp,application/pdf,video/mp4,.docx,.xlsx,.pptx';

export function AttachButton({ onFiles }: { onFiles(files: Iterable<File>): void }) {
  const { t } = usePreferences();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        aria-label={t('file.attach')}
        title={t('file.attach')}
        data-testid="attach"
        onClick={() => field.current?.click()}
      >
        <ClipIcon />
      </button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept={accepted}
        data-testid="attach-field"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = ''; // so that the same file can be chosen again
        }}
      />
    </>
  );
}
