import type { CaseFault } from '../../core/standard/case-form.ts';
import type { Conversation } from '../../core/standard/facts.ts';

const longestId = 200;

/** What a well-formed conversation may still hold that can't be kept; null: nothing. */
export function unstorable({ id, turns, customer }: Conversation): CaseFault | null {
  if (turns.length === 0) return { field: 'turns', why: 'must have at least one turn' };
  if (id.length > longestId) return { field: 'id', why: `must have at most ${longestId} characters` };
  const texts: [string, string | undefined][] = [
    ['id', id],
    ['context.customer.name', customer?.name],
    ...turns.map((turn, i): [string, string] => [`turns[${i}].text`, turn.text]),
  ];
  for (const [field, text] of texts) {
    if (text?.includes('\0')) return { field, why: 'must not contain the character U+0000' };
    if (text?.isWellFormed() === false) return { field, why: 'contains half of a surrogate pair' };
  }
  return null;
}
