import type { Topic } from './topics.ts';

/** The parts that better sentences are put together from, in one language. */
export interface Phrases {
  openers: Record<'calm' | 'uneasy' | 'upset', readonly string[]>;
  acts: Record<Topic, readonly string[]>;
  /** The empty one lets a sentence end with its act. */
  closers: readonly string[];
  /** Takes up what the customer asked. */
  about(question: string): string;
  address(name: string): string;
  /** How many characters of the customer's words may be taken up. */
  quoteLength: number;
  join: string;
}
