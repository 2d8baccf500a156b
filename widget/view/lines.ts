import type { Attachment, Quote } from '../../core/attachments.ts';
import type { AuthorKind } from '../../core/events.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ChatState } from '../chat.ts';
import { isPause } from '../times.ts';

/** What is drawn of what a message carries: of a card that is on its way only these. */
export type Shown = Pick<Attachment, 'attachmentId' | 'kind' | 'name' | 'card'> & Partial<Attachment>;

/** One message as shown. */
export interface Line {
  /** The same for a message on its way and once it is stored, so that it does not jump. */
  key: string;
  seq: number | null;
  author: AuthorKind;
  authorName: string | null;
  authorWorkNumber: string | null;
  text: string | null;
  attachment?: Shown | null;
  quote?: Quote | null;
  /** Epoch ms; null: not known. */
  at: number | null;
  /** Only on the customer's own. */
  stage: 'sending' | 'sent' | 'read' | 'failed' | null;
  refusal: Refusal | null;
  /** Seen, not only heard: what differs from the line before, and the newest stage. */
  showsTime: boolean;
  showsAuthor: boolean;
  showsStage: boolean;
}

export function linesOf({ view, outgoing }: ChatState): Line[] {
  const stored = (view?.messages ?? []).map((message): Line => {
    const { seq, author, at } = message;
    const read = seq <= (view?.readByAgent ?? 0);
    const stage = author === 'customer' ? (read ? 'read' : 'sent') : null;
    return { ...plain, ...message, key: message.clientId ?? message.messageId, at, stage };
  });
  const leaving = outgoing.map(({ clientId, text, state, at, file, refusal = null }): Line => {
    const stage = state === 'uploading' ? 'sending' : state;
    return {
      ...plain,
      key: clientId,
      author: 'customer',
      text: text || (file?.name ?? ''),
      ...(file &&
        'card' in file && { text: '', attachment: { ...file, attachmentId: '', kind: file.card.kind } }),
      at,
      stage,
      refusal,
    };
  });
  return withContext([...stored, ...leaving]);
}

const plain = {
  seq: null,
  refusal: null,
  authorName: null,
  authorWorkNumber: null,
  showsTime: false,
  showsAuthor: false,
  showsStage: false,
};

function withContext(lines: Line[]): Line[] {
  const newestOwn = lines.findLast((line) => line.stage === 'sent' || line.stage === 'read');
  let before: Line | undefined;
  return lines.map((line) => {
    const showsTime = line.at !== null && isPause(before?.at ?? null, line.at);
    const sameAuthor = before?.author === line.author && before.authorWorkNumber === line.authorWorkNumber;
    const unsettled = line.stage === 'sending' || line.stage === 'failed';
    before = line;
    return {
      ...line,
      showsTime,
      showsAuthor: line.author === 'agent' && (!sameAuthor || showsTime),
      showsStage: unsettled || line === newestOwn,
    };
  });
}
