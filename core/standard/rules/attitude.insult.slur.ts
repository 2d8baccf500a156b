import type { Sought } from '../sieve.ts';

/** A build that demeans the person it is said to. */
export interface Slur {
  says: Sought;
  /** Words in the sentence that make it something else: a denial, praise of a product, somebody else. */
  unless?: RegExp | undefined;
}
