import type { Rule } from '../rule.ts';
import { insult } from './attitude.insult.ts';
import { rhetorical } from './attitude.rhetorical.ts';
import { sensitive } from './complaint.sensitive.ts';
import { privacy } from './redline.privacy.ts';
import { symbolsOnly } from './substance.symbols-only.ts';
import { slowReply } from './timing.slow-reply.ts';

/** Every rule of the standard that is written. */
export const rules: readonly Rule[] = [insult, rhetorical, sensitive, privacy, symbolsOnly, slowReply];
