/** What was saved before a number existed has it as the default does. */
import { defaultPolicy, type Policy } from './policy.ts';

export const completePolicy = (saved: object): Policy => filled(defaultPolicy, saved) as unknown as Policy;

/** Groups are filled one by one; a list or a number that was saved stays as it is. */
function filled(whole: object, saved: object): Record<string, unknown> {
  const result: Record<string, unknown> = { ...whole, ...saved };
  for (const [key, value] of Object.entries(whole)) {
    const own = result[key];
    if (isGroup(value) && isGroup(own)) result[key] = filled(value, own);
  }
  return result;
}

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
