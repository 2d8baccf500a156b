/** The desk’s API: what was found. */
import type { AuthorKind, NoteKind } from '../events.ts';
import type { Excerpt, Place } from '../search/find.ts';
import type { RuleId } from '../standard/finding.ts';

/** POST /search { q, by?, rule?, conversation?, from?, to?, scoreFrom?, scoreTo?, limit?, after? }: no word of it stands in an address. */
export interface SearchAnswer {
  /** Newest first. */
  hits: SearchHit[];
  /** By name, or by a whole phone or order number; on the first page only. */
  customers: CustomerHit[];
  /** For `after`; null: that was all. */
  next: string | null;
  /** Many hold the words and few are as asked for: it was looked back to here so far, epoch ms; null: the page is full, or that was all. */
  searchedTo: number | null;
}
export interface SearchHit {
  kind: 'message' | 'note';
  conversationId: string;
  customerName: string | null;
  /** A message's number, a note's staffSeq. */
  seq: number;
  /** The message it is, or that the note stands behind. */
  afterSeq: number;
  author: AuthorKind;
  noteKind: NoteKind | null;
  authorName: string | null;
  /** null: an import gave no time. */
  at: number | null;
  /** Of its episode; null: not scored. */
  points: number | null;
  rules: RuleId[];
  excerpt: Excerpt;
}
export interface CustomerHit {
  customerId: string;
  name: string | null;
  by: 'name' | 'phone' | 'order' | 'phone-tail';
  /** Where the words stand in the name. */
  places: Place[];
  /** The one that was touched last, of how many. */
  conversationId: string;
  conversations: number;
  at: number;
}
