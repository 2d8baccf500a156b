/** Where a conversation is to be opened, and what is to be marked there: handed on with the page's history. */
import type { SearchHit } from '../../../core/api.ts';

export interface Landing {
  kind: 'message' | 'note';
  /** A message's number, a note's staffSeq. */
  seq: number;
  /** The message it is, or that the note stands behind. */
  afterSeq: number;
  q: string;
}

declare module '@tanstack/history' {
  interface HistoryState {
    landing?: Landing;
  }
}

export const landingOf = ({ kind, seq, afterSeq }: SearchHit, q: string): Landing => ({
  kind,
  seq,
  afterSeq,
  q,
});
