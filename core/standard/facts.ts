import type { WorkingHours } from '../team/working-hours.ts';

export type Lang = 'zh' | 'en';

/** One message. Times are epoch milliseconds; an absent time is unknown, never zero. */
export interface Turn {
  from: 'customer' | 'agent' | 'system';
  text: string;
  at?: number;
  /** When the speaker stopped (telephone). */
  until?: number;
  /** What an agent's message was judged by as it left, where it stood on facts that may be others by now. */
  grounds?: Grounds;
}

export interface CustomerFacts {
  name?: string;
  phones?: string[];
  addresses?: string[];
  orders?: string[];
  /** Whom their orders go to. */
  receivers?: string[];
  /** Tracking numbers. */
  parcels?: string[];
}

export interface ProductFacts {
  name: string;
  facts: Record<string, string>;
  /** As it was counted, by size or kind; absent: nobody counted it lately. */
  stock?: readonly CountedStock[];
}

export interface CountedStock {
  spec: string;
  left: number;
}

/** What was looked up for one message. */
export interface Grounds {
  products?: readonly ProductFacts[];
  /** The places in its text that hold another customer's data; never whose. */
  others?: readonly { start: number; end: number }[];
}

/** The shop changed something in an order, and the customer had agreed to it. */
export interface AgreedChange {
  agreedAt: number;
}

/** What is known when an agent writes. */
export interface Facts {
  lang: Lang;
  channel: 'chat' | 'phone';
  customer?: CustomerFacts;
  /** Those in question in this conversation. */
  products?: readonly ProductFacts[];
  /** On record for this customer's orders. */
  agreedChanges?: readonly AgreedChange[];
  agent?: { name?: string; workNumber?: string };
  hours: WorkingHours | 'always';
  /** The shop's zone where its hours name none. */
  zone?: string;
  /** When the present agent took the conversation: waiting before it is the shop's, not the agent's. */
  assignedAt?: number;
  /** The episode so far, oldest first. */
  turns: readonly Turn[];
}

/** A whole episode. Without `ended` it goes on. */
export interface Conversation extends Facts {
  id: string;
  ended?: { by: 'agent' | 'customer' | 'system'; at?: number };
}
