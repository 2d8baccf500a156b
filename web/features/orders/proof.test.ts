import { expect, test } from 'vitest';
import { check } from '../../../core/standard/check.ts';
import { proofEn } from '../../words/proof.en.ts';
import { proofZh } from '../../words/proof.zh-CN.ts';

test.each([
  ['zh', proofZh.sentence],
  ['en', proofEn.sentence],
] as const)('what the desk offers to ask passes the standard (%s)', (lang, text) => {
  const turns = [
    { from: 'customer', text: lang === 'zh' ? '订单2026112200020002到哪了' : 'Where is 2026112200020002?' },
  ] as const;
  expect(check({ text }, { lang, channel: 'chat', hours: 'always', turns }, 0)).toEqual([]);
});
