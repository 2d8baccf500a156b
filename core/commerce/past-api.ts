/** What was before, at a glance. GET /conversations/:id/past → PastAnswer */
import type { PastOperation } from './operation-api.ts';

export interface PastAnswer {
  /** Other conversations of this customer that the reader may open, newest first. */
  conversations: PastConversation[];
  /** How many more there are, outside of the reader's reach. */
  outside: number;
  /** Of the customer's own orders, as they are found beside the conversation. */
  orders: number;
  /** Orders that were returned in whole or part. */
  returned: number;
  /** What went back, and what was given beside it, in each currency. */
  sums: { currency: string; refundedFen: number; compensatedFen: number }[];
  /** Newest first. */
  operations: (PastOperation & { number: string })[];
}

export interface PastConversation {
  conversationId: string;
  channel: string;
  episodes: number;
  activityAt: number;
  isOpen: boolean;
  /** Of the last scored episode. */
  points: number | null;
  /** An alert was raised in it. */
  hadAlert: boolean;
}
