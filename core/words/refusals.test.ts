import { describe, expect, it } from 'vitest';
import type { Refusal } from '../refusal.ts';
import { refusalWords } from './refusals.ts';

const refusals: Refusal[] = [
  { code: 'unauthenticated' },
  { code: 'second-step', problem: 'missing' },
  { code: 'second-step', problem: 'wrong' },
  { code: 'forbidden', permission: 'conversations.assign' },
  { code: 'not-found', what: 'conversation' },
  ...(
    [
      'client-id-reused',
      'already-assigned',
      'not-waiting',
      'not-the-assignee',
      'already-closed',
      'agent-unavailable',
      'hold-decided',
      'hold-too-young',
      'supervisor-at-hand',
      'never-opens',
      'finding-settled',
      'finding-contested',
      'not-your-finding',
      'invitation-used',
      'reset-used',
      'set-up-used',
      'own-account',
      'has-left',
      'second-step-on',
      'hours-changed',
      'standard-changed',
      'policy-changed',
      'draft-newer',
      'not-scheduled',
      'not-rateable',
      'rating-final',
      'widget-changed',
      'key-id-taken',
      'customer-served',
      'customer-erased',
      'customer-merged',
      'note-not-yours',
      'field-archived',
    ] as const
  ).map((reason) => ({ code: 'conflict', reason }) as const),
  {
    code: 'blocked',
    findings: [],
    suggestions: [],
    opening: { bySupervisor: true, byOwnReasonAfterSeconds: null },
  },
  {
    code: 'blocked',
    findings: [],
    suggestions: [],
    opening: { bySupervisor: true, byOwnReasonAfterSeconds: 60 },
  },
  { code: 'overtaken', upTo: 2, messages: [] },
  { code: 'too-many', retryAfterSeconds: 30 },
  { code: 'too-large', limitBytes: 65536 },
  { code: 'unavailable', part: 'database' },
];

describe('a refusal in words', () => {
  it.each(refusals)('$code is a Chinese and an English sentence of its own', (refusal) => {
    const zh = refusalWords(refusal, 'zh');
    const en = refusalWords(refusal, 'en');
    expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  it('says no two things with the same words', () => {
    for (const lang of ['zh', 'en'] as const) {
      const said = refusals.map((refusal) => refusalWords(refusal, lang));
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it('names the field, why, and the limit', () => {
    const refusal: Refusal = {
      code: 'invalid',
      problems: [{ field: 'text', problem: 'too-long', limit: 4000 }],
    };
    expect(refusalWords(refusal, 'zh')).toBe('正文太长，最多 4000 个字符，请缩短。');
    expect(refusalWords(refusal, 'en')).toBe('The text is too long; keep it within 4000 characters.');
  });

  it.each([
    [
      'phrases.1.fails.0',
      'example-missed',
      '第 2 条禁语“该查到”的第 1 个例句',
      '1st example of what must be found',
    ],
    ['settings.rules.attitude.insult.on', 'protected', '规则 attitude.insult 的开关', 'switch of the rule'],
    ['channels.phone.attitude.insult.weight', 'not-allowed', '在电话里', 'on the telephone channel'],
    ['thresholds.finding', 'not-allowed', '回复太慢', 'slow reply'],
  ] as const)('names the setting %s', (field, problem, zh, en) => {
    const refusal: Refusal = { code: 'invalid', problems: [{ field, problem }] };
    expect(refusalWords(refusal, 'zh')).toContain(zh);
    expect(refusalWords(refusal, 'en')).toContain(en);
  });

  it('names every field that was wrong, also one it has no word for', () => {
    const refusal: Refusal = {
      code: 'invalid',
      problems: [
        { field: 'password', problem: 'missing' },
        { field: 'colour', problem: 'unknown-field' },
      ],
    };
    expect(refusalWords(refusal, 'zh')).toContain('密码');
    expect(refusalWords(refusal, 'zh')).toContain('colour');
    expect(refusalWords(refusal, 'en')).toContain('colour');
  });
});

describe('a refusal that the page is too old for', () => {
  const newer = [
    { code: 'brand-new' },
    { code: 'conflict', reason: 'brand-new' },
    { code: 'invalid', problems: [{ field: 'name', problem: 'brand-new' }] },
  ] as unknown as Refusal[];
  it.each(newer)('%o says to load the page again', (refusal) => {
    expect(refusalWords(refusal, 'zh')).toContain('请刷新页面');
    expect(refusalWords(refusal, 'en')).toContain('Load the page again');
  });
});
