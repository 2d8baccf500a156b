import { describe, expect, it, vi } from 'vitest';
import { translatorOf } from '../../words/index.ts';
import { standardEn } from '../../words/standard.en.ts';
import { standardZh } from '../../words/standard.zh-CN.ts';
import { changeWords } from './change-words.ts';
import type { Change, Place } from './settings-changes.ts';

vi.mock('../../lib/rule-words.ts', () => ({ ruleWords: () => ({ title: '归咎顾客', reason: '' }) }));

const zh = translatorOf(standardZh);
const words = (change: Change) => {
  const { what, fromTo } = changeWords(change, zh, 'zh', () => 'warn');
  return `${what} ${fromTo}`.trim();
};
const ofRule = (part: 'on' | 'weight' | 'points', channel: 'chat' | 'phone' | null = null): Place => {
  return { kind: 'rule', rule: 'attitude.blame', part, channel };
};
const phrase: Place = { kind: 'phrase', phrase: '看首页', nth: 0 };
const forbidden = { phrase: '看首页', weight: 'note', passes: [], fails: [], note: '' };

describe('a change in a sentence', () => {
  it.each<[Place, unknown, unknown, string]>([
    [ofRule('weight'), undefined, 'note', '归咎顾客：轻重 提醒（标准） → 记录'],
    [ofRule('on'), undefined, false, '归咎顾客：开关 开 → 关'],
    [ofRule('points', 'phone'), undefined, 4, '归咎顾客（电话）：分值 按总设置 → 4 分'],
    [ofRule('points'), 4, undefined, '归咎顾客：分值 4 分 → 标准'],
    [{ kind: 'number', name: 'repeatPercent' }, 50, 25, '重复时扣 50% → 25%'],
    [{ kind: 'number', name: 'thresholds.remindAgent' }, [60, 180], [], '提醒客服 60 / 180 秒 → —'],
    [phrase, undefined, forbidden, '新增禁语“看首页”（记录）'],
    [phrase, forbidden, undefined, '删除禁语“看首页”'],
    [phrase, forbidden, { ...forbidden, note: '不说' }, '修改禁语“看首页”'],
  ])('%j from %j to %j', (place, before, after, sentence) => {
    expect(words({ place, before, after })).toBe(sentence);
  });

  it('is as well in English', () => {
    const change = { place: ofRule('weight', 'chat'), before: 'warn', after: undefined };
    expect(changeWords(change, translatorOf(standardEn), 'en', () => 'warn')).toEqual({
      what: '归咎顾客 (Chat): weight',
      fromTo: 'Warn → as for all channels',
    });
  });
});
