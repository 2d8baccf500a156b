/** What a message may carry beside its words: a picture, a file, or a card of a product or an order. */

import type { Card } from './commerce/card.ts';

export type AttachmentKind = 'image' | 'file' | 'product' | 'order';

/** As everybody sees it who sees its message. Its bytes are fetched by its id. */
export interface Attachment {
  attachmentId: string;
  kind: AttachmentKind;
  /** The file's name, or the card's words in one line; null: erased. */
  name: string | null;
  /** Told from the bytes; null on a card. */
  mime: string | null;
  size: number | null;
  /** In pixels, where it is a picture. */
  width: number | null;
  height: number | null;
  /** Data and nothing else; null: it is none, or was erased. */
  card: Card | null;
}

/** A message that another one answers; its words are joined, so that erasing them there is enough. */
export interface Quote {
  seq: number;
  author: 'customer' | 'agent' | 'system';
  /** The beginning; null: erased. */
  text: string | null;
  attachment: Pick<Attachment, 'kind' | 'name'> | null;
}

/** What a message says, as the standard judges it: the name of what it carries can insult like any word. */
export function saidIn(text: string | null, attachmentName: string | null | undefined): string {
  if (!attachmentName) return text ?? '';
  return text ? `${text}\n${attachmentName}` : attachmentName;
}

export const usualFileLimit = 20 * 1024 * 1024;
export const longestQuote = 160;
export const longestFileName = 200;
