import { Suspense, useState } from 'react';
import type { Attachment } from '../../../core/attachments.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { FileIcon, PictureIcon } from '../../lib/icons.tsx';
import { fileSize } from './file-size.ts';
import { fileAddress } from './upload.ts';
import { lazyPart } from '../../lib/lazy-part.ts';
import './files.css';

const CardView = lazyPart(() => import('../cards/card-view.tsx'), 'CardView');

/** What a message carries. Only pictures are shown, in a place kept free for them; everything else is a download. */
export function AttachmentView({
  conversationId,
  attachment,
}: {
  conversationId: string;
  attachment: Attachment;
}) {
  const { t } = usePreferences();
  const { kind, name } = attachment;
  if (name === null) return <span className="erased">{t('file.erased')}</span>;
  if (kind === 'image') return <Picture conversationId={conversationId} attachment={attachment} />;
  if (kind !== 'file') {
    return (
      <Suspense fallback={name}>
        <CardView attachment={attachment} />
      </Suspense>
    );
  }
  return (
    <a
      className="file-card"
      href={fileAddress(conversationId, attachment.attachmentId)}
      download={name}
      aria-label={t('file.download', { name })}
      data-testid="file-link"
    >
      <FileIcon size={24} />
      <span className="file-name">{name}</span>
      <span className="muted figures">{fileSize(attachment.size ?? 0, t)}</span>
    </a>
  );
}

const longest = { width: 320, height: 280 };

function Picture({ conversationId, attachment }: { conversationId: string; attachment: Attachment }) {
  const { t } = usePreferences();
  const [gone, setGone] = useState(false);
  const { attachmentId, width, height } = attachment;
  const name = attachment.name ?? '';
  const address = fileAddress(conversationId, attachmentId);
  const scale = Math.min(1, longest.width / (width ?? 1), longest.height / (height ?? 1));
  if (gone) {
    return (
      <span className="file-card muted">
        <PictureIcon size={20} />
        {t('file.gone')}
      </span>
    );
  }
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener"
      className="picture"
      aria-label={t('file.open', { name })}
    >
      <img
        src={address}
        alt={name}
        width={Math.round((width ?? 1) * scale)}
        height={Math.round((height ?? 1) * scale)}
        data-testid="picture"
        onError={() => setGone(true)}
      />
    </a>
  );
}
