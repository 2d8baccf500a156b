declare module 'virtual:rule-says' {
  import type { Rule } from '../core/standard/rule.ts';

  const says: Partial<Record<string, Rule['says']>>;
  export default says;
}
