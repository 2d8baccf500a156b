import type { AttachmentKind } from '../../../core/attachments.ts';
import { usePreferences } from '../../app/preferences.tsx';

/** Says in one word what a message carries, where only a line of it is shown. */
export function AttachmentMark({ kind }: { kind: AttachmentKind }) {
  const { t } = usePreferences();
  return <span className="attachment-mark">[{t(`file.kind.${kind}`)}] </span>;
}
