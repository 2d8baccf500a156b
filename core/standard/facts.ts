import type { WorkingHours } from '../team/working-hours.ts';

export type Lang = 'zh' | 'en';

/** One message. Times are epoch milliseconds; an absent time is unknown, never zero. */
export interface Turn {
  from: 'customer' | 'agent' | 'system';
  text: string;
  at?: number;
  /** When the speaker stopped (telephone). */
  until?: number;
}

export interface CustomerFacts {
  name?: string;
  phones?: string[];
  addresses?: string[];
  orders?: string[];
}

export interface ProductFacts {
  name: string;
  facts: Record<string, string>;
}

/** What is known when an agent writes. */
export interface Facts {
  lang: Lang;
  channel: 'chat' | 'phone';
  customer?: CustomerFacts;
  products?: ProductFacts[];
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
