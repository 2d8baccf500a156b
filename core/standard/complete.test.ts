import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from './rules/index.ts';

const here = new URL('./rules/', import.meta.url);
const families = 'attitude|emotion|complaint|repetition|substance|timing|redline|phone|merit';
const pages = readdirSync(here).filter((file) => file.endsWith('.md'));

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(['ts', 'test.ts', 'md'])('has its .%s', (kind) => {
    expect(existsSync(new URL(`${id}.${kind}`, here))).toBe(true);
  });

  test('says what it found, in both languages', () => {
    for (const { title, reason } of [rule.says.zh, rule.says.en]) {
      expect(title.trim()).not.toBe('');
      expect(reason.trim()).not.toBe('');
    }
    expect(rule.says.zh.title + rule.says.zh.reason).toMatch(/[\u3400-\u9fff]/);
    expect(rule.says.en.title + rule.says.en.reason).not.toMatch(/[\u3400-\u9fff]/);
  });

  test('has a judge for each of its moments', () => {
    const judges = {
      send: rule.draft,
      live: rule.turn,
      after: rule.turn ?? rule.conversation,
      act: rule.turn ?? rule.conversation,
    };
    for (const moment of rule.moments) expect(judges[moment], moment).toBeTypeOf('function');
  });

  test('its page is in Chinese and English, with examples of both kinds', () => {
    const page = readFileSync(new URL(`${id}.md`, here), 'utf8');
    expect(page).toContain(`# ${id}`);
    for (const heading of [
      '## 中文',
      '## English',
      '### 会提示',
      '### 不会提示',
      '### Found',
      '### Not found',
    ]) {
      expect(page).toContain(heading);
    }
  });
});

test('ids are of a known family, each once', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(new RegExp(`^(?:${families})\\.[a-z-]+$`));
});

test('no page is left without its rule', () => {
  expect(pages.toSorted()).toEqual(rules.map(({ id }) => `${id}.md`).toSorted());
});
