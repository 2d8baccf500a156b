import type { Plugin } from 'vite';

const name = 'virtual:rule-says';

/**
 * The rules' titles and reasons alone: every page names findings, but only where somebody writes are the rules
 * themselves needed, which weigh a hundred times as much.
 */
export function ruleSays(): Plugin {
  return {
    name: 'rule-says',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      const { rules } = await import('../core/standard/rules/index.ts');
      return `export default ${JSON.stringify(Object.fromEntries(rules.map((rule) => [rule.id, rule.says])))};`;
    },
  };
}
