import { refusalWords } from '../../../core/words/refusals.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { CardIcon, CloseIcon, FileIcon } from '../../lib/icons.tsx';
import type { PendingFile } from './pending-files.ts';
import { fileAddress } from './upload.ts';
import './files.css';

interface Props {
  conversationId: string;
  files: readonly PendingFile[];
  onRemove(keys: readonly string[]): void;
  onAgain(key: string): void;
}

/** What will go with the reply, above its words. */
export function FileTray({ conversationId, files, onRemove, onAgain }: Props) {
  const { t, lang } = usePreferences();
  if (files.length === 0) return null;
  return (
    <ul className="file-tray" aria-label={t('file.tray')} data-testid="file-tray">
      {files.map(({ key, name, done, attachment, refusal }) => (
        <li
          key={key}
          className="file-waiting"
          data-ready={attachment !== null}
          data-failed={refusal !== null}
        >
          {attachment?.kind === 'image' ? (
            <img src={fileAddress(conversationId, attachment.attachmentId)} alt="" />
          ) : attachment?.card ? (
            <CardIcon size={20} />
          ) : (
            <FileIcon size={20} />
          )}
          <span className="file-waiting-words">
            <span className="file-name">{attachment?.name ?? name}</span>
            {refusal ? (
              <span className="file-refusal" role="alert">
                {refusalWords(refusal, lang)}
              </span>
            ) : (
              <span className="muted figures" role="status">
                {attachment ? t('file.ready') : t('file.uploading', { percent: Math.round(done * 100) })}
              </span>
            )}
          </span>
          {refusal?.code === 'unavailable' && (
            <button type="button" className="quiet-button" onClick={() => onAgain(key)}>
              {t('file.again')}
            </button>
          )}
          <button
            type="button"
            className="quiet-button"
            aria-label={t('file.remove', { name })}
            title={t('file.remove', { name })}
            onClick={() => onRemove([key])}
          >
            <CloseIcon size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
