import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import says from 'virtual:rule-says';
import { toTraditional } from './traditional.ts';

/** Every catalogue of the desk, also one that another feature adds. */
const catalogues = import.meta.glob<Record<string, Record<string, string>>>('./*zh-CN.ts', { eager: true });
const words = Object.entries(catalogues).flatMap(([file, module]) =>
  Object.values(module).flatMap((catalogue) =>
    Object.entries(catalogue).map(([key, text]) => [`${file} ${key}`, text] as const),
  ),
);
const rules = Object.entries(says).flatMap(([rule, { zh }]) => [
  [rule, zh.title] as const,
  [rule, zh.reason] as const,
]);
/** The sentences that core says, as they stand in its files. */
const sentences = ['refusals', 'names', 'settings'].map(
  (name) => [name, readFileSync(new URL(`../../core/words/${name}.ts`, import.meta.url), 'utf8')] as const,
);

/** The characters that Taiwan's own encoding knows: what is not among them is simplified, or a variant. */
const known = new Set(
  Array.from({ length: 0xfe - 0xa1 }, (_, lead) =>
    Array.from({ length: 0xff - 0x40 }, (__, trail) =>
      new TextDecoder('big5').decode(new Uint8Array([0xa1 + lead, 0x40 + trail])),
    ).join(''),
  ).join(''),
);
const leftIn = (text: string) =>
  [...toTraditional(text)].filter((one) => /\p{Script=Han}/u.test(one) && !known.has(one)).join('');

describe('the desk in traditional characters', () => {
  it('knows what it is tried by', () => {
    expect(words.length).toBeGreaterThan(300);
    expect(known.has('發')).toBe(true);
    expect(known.has('发')).toBe(false);
  });

  it('leaves no simplified character in any catalogue, rule or refusal', () => {
    const left = [...words, ...rules, ...sentences].flatMap(([where, text]) => {
      const found = leftIn(text);
      return found === '' ? [] : [`${where}: ${found}`];
    });
    expect(left).toEqual([]);
  });

  it.each([
    ['回复顾客', '回覆顧客'],
    ['头发、发送', '頭髮、發送'],
    ['重复检查，恢复原样', '重複檢查，恢復原樣'],
    ['里面干净，只有一只', '裡面乾淨，只有一隻'],
    ['准时送到，经理批准', '準時送到，經理批准'],
    ['联系客服，系统正常', '聯繫客服，系統正常'],
    ['三天后，皇后', '三天後，皇后'],
    ['对于范围以内的数据', '對於範圍以內的數據'],
    ['了解了', '瞭解了'],
    ['标签、签收', '標籤、簽收'],
    ['每周一次，周到', '每週一次，周到'],
    ['并非如此，合并', '並非如此，合併'],
  ])('%s becomes %s', (simplified, traditional) => {
    expect(toTraditional(simplified)).toBe(traditional);
  });

  it('leaves Latin, numbers and holes as they are, and what is traditional already', () => {
    expect(toTraditional('{count} 条 Enter')).toBe('{count} 條 Enter');
    expect(toTraditional('發送給顧客')).toBe('發送給顧客');
  });
});
