/** Files that wait in the composer, in the order in which they were added. Pure. */
import type { Attachment } from '../../../core/attachments.ts';
import type { Refusal } from '../../../core/refusal.ts';

export interface PendingFile {
  key: string;
  name: string;
  /** From 0 to 1. */
  done: number;
  attachment: Attachment | null;
  refusal: Refusal | null;
}

/** One that was uploaded before and comes back into the composer. */
export const waitingAgain = (attachment: Attachment): PendingFile => ({
  key: attachment.attachmentId,
  name: attachment.name ?? '',
  done: 1,
  attachment,
  refusal: null,
});

export type FileStep =
  | { type: 'add'; key: string; name: string }
  | { type: 'progress'; key: string; done: number }
  | { type: 'ready'; key: string; attachment: Attachment }
  | { type: 'fail'; key: string; refusal: Refusal }
  | { type: 'remove'; keys: readonly string[] }
  | { type: 'back'; files: readonly PendingFile[] };

export function stepFiles(files: readonly PendingFile[], step: FileStep): readonly PendingFile[] {
  const change = (key: string, part: Partial<PendingFile>) =>
    files.map((file) => (file.key === key ? { ...file, ...part } : file));
  switch (step.type) {
    case 'add': {
      const others = files.filter((file) => file.key !== step.key);
      return [...others, { key: step.key, name: step.name, done: 0, attachment: null, refusal: null }];
    }
    case 'progress':
      return change(step.key, { done: step.done });
    case 'ready':
      return change(step.key, { attachment: step.attachment, done: 1, refusal: null });
    case 'fail':
      return change(step.key, { refusal: step.refusal });
    case 'remove':
      return files.filter((file) => !step.keys.includes(file.key));
    case 'back':
      return [...step.files, ...files.filter((file) => !step.files.some((one) => one.key === file.key))];
  }
}
