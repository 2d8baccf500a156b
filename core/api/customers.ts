/** The desk’s API: the customer beside a conversation, tags, fields, merging, erasing. */
import type {
  ConsentChannel,
  ConsentState,
  ConsentWay,
  ErasureReason,
  FieldKind,
  TagColour,
} from '../customers/customer.ts';

/** Personal data is masked here; POST /conversations/:id/unmask { field: phone|address|order } → { values } is logged. */
export interface CustomerCard {
  customerId: string;
  name: string | null;
  /** The shop signed for who this is. */
  signedIn: boolean;
  phones: string[];
  addresses: string[];
  orders: string[];
  orderState: string | null;
  since: number;
  /** Earlier episodes of this conversation, newest first. */
  episodes: {
    episodeId: string;
    number: number;
    firstSeq: number;
    openedAt: number;
    closedAt: number | null;
    points: number | null;
    /** The customer's own judgement, 1 to 5, and what they wrote with it. */
    stars: number | null;
    ratingWord: string | null;
  }[];
}

/**
 * What the shop keeps of the customer beside what they said: GET /conversations/:id/customer → CustomerSide
 * PUT …/customer/name { name } · POST …/customer/tags { add, remove } · PUT …/customer/fields/:fieldId { value }
 * POST …/customer/fields/:fieldId/unmask → { value }, logged · POST …/customer/consents { channel, state, how }
 * POST …/customer/notes { text } · DELETE …/customer/notes/:noteId
 */
export interface CustomerSide {
  customerId: string;
  name: string | null;
  /** As the shop signed for it; what the desk calls them may differ, and they don't see it. */
  signedName: string | null;
  erasedAt: number | null;
  /** Ids, those of archived tags among them. */
  tags: string[];
  /** In the shop's order, personal values masked. */
  fields: (CustomerField & { value: string | null })[];
  /** The newest first: of each channel the first one counts. */
  consents: Consent[];
  notes: CustomerNote[];
  /** Their last episodes in all conversations within reach, the newest first. */
  history: CustomerEpisode[];
  /** Others with the same phone; 0 also for whoever may not merge. */
  doubles: number;
}
/** GET /tags → Tag[] · POST /tags { name, colour } → 201 Tag · PUT /tags/:tagId { name, colour, archived } */
export interface Tag {
  tagId: string;
  name: string;
  colour: TagColour;
  archived: boolean;
  /** How many have it. */
  customers: number;
}
/**
 * GET /customer-fields → CustomerField[] · POST /customer-fields { name, kind, choices, personal } → 201 CustomerField
 * PUT /customer-fields/:fieldId { name, choices, archived } · PUT /customer-fields { order }
 */
export interface CustomerField {
  fieldId: string;
  name: string;
  kind: FieldKind;
  choices: string[];
  /** Sealed at rest, masked in answers. */
  personal: boolean;
  archived: boolean;
}
export interface Consent {
  consentId: string;
  channel: ConsentChannel;
  state: ConsentState;
  how: ConsentWay;
  at: number;
  byName: string;
}
export interface CustomerNote {
  noteId: string;
  text: string;
  authorId: string;
  authorName: string;
  at: number;
}
export interface CustomerEpisode {
  conversationId: string;
  channel: string;
  episodeId: string;
  number: number;
  firstSeq: number;
  openedAt: number;
  closedAt: number | null;
  points: number | null;
  stars: number | null;
}

/** GET /conversations/:id/customer/doubles → others with the same phone. */
export interface CustomerDouble {
  customerId: string;
  name: string | null;
  signedIn: boolean;
  since: number;
  phones: string[];
  conversations: number;
  /** The one that was touched last. */
  conversationId: string | null;
}

/**
 * GET /conversations/:id/customer/merge?other=&keep=this|other → MergePreview
 * POST /conversations/:id/customer/merge { other, keep, take, reason }: nothing of it can be undone.
 */
export interface MergePreview {
  kept: CustomerDouble;
  gone: CustomerDouble;
  /** Where the two differ: the kept one's value stays where `take` does not name it. */
  differences: MergeDifference[];
  /** What comes to the kept one, in numbers. */
  brings: { conversations: number; notes: number; tags: number; contacts: number };
  /** Channels that only one of the two has withdrawn: withdrawn stays withdrawn. */
  withdrawn: ConsentChannel[];
}
export interface MergeDifference {
  /** 'name', or the id of a field. */
  what: string;
  /** Of a field: what it is called. */
  label: string | null;
  kept: string | null;
  gone: string | null;
}

/** POST /conversations/:id/customer/erase { confirm, reason }: for good. */
export interface ErasureWish {
  confirm: string;
  reason: ErasureReason;
}
