import { expect, test } from 'vitest';
import { rules } from '../core/standard/rules/index.ts';
import { handbook } from './handbook.ts';

const file = (name: string) => new URL(`../docs/${name}`, import.meta.url).pathname;

test('docs/handbook.md and its Chinese sister say what the rules say (after a change: vitest run scripts/handbook.test.ts -u)', async () => {
  await expect(handbook('en')).toMatchFileSnapshot(file('handbook.md'));
  await expect(handbook('zh')).toMatchFileSnapshot(file('handbook.zh-CN.md'));
});

test.each(['zh', 'en'] as const)('every rule stands in it with examples (%s)', (lang) => {
  const page = handbook(lang);
  for (const { id, says } of rules) {
    const section = page.slice(page.indexOf(`\`${id}\``)).split('\n### ')[0]!;
    expect(page, id).toContain(`### ${says[lang].title}`);
    expect(section, id).toMatch(/- ✗|- ✓/);
  }
});
