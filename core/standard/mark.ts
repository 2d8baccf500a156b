import type { Because } from './because.ts';
import type { Weight } from './finding.ts';

/** The words a judge points at: UTF-16 offsets into the original text. */
export interface Mark {
  start: number;
  end: number;
  /** Where it is lighter than the rule's own. */
  weight?: Weight;
  /** The fact that it goes against, where there is one. */
  because?: Because;
}
