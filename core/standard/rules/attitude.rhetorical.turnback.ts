import type { Sought } from '../sieve.ts';

/** One build of a question that turns the customer's question back on them. */
export interface Turnback {
  says: Sought;
  /**
   * What makes the same words harmless: `help` an offer to help goes with it; `kind` courtesy stands in the sentence;
   * `gentle` courtesy or a soft particle; `plan` the agent has just proposed something; `sorry` an apology;
   * `unreproachful` help, and no word of reproach.
   */
  excuse: 'none' | 'help' | 'kind' | 'gentle' | 'plan' | 'sorry' | 'unreproachful';
  /** Words in the sentence that make it something else. */
  unless?: RegExp | undefined;
}
