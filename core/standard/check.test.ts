import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, checkEnding, review, watch } from './check.ts';
import type { Conversation, Facts, Turn } from './facts.ts';
import type { FailedRule, Finding } from './finding.ts';
import type { Rule } from './rule.ts';

const facts = (turns: Turn[] = []): Facts => ({ lang: 'zh', channel: 'chat', hours: 'always', turns });
const conversation = (turns: Turn[]): Conversation => ({ ...facts(turns), id: 'c' });

const says = { zh: { title: '试', reason: '试' }, en: { title: 'test', reason: 'test' } };
const broken: Rule = {
  id: 'attitude.broken',
  weight: 'warn',
  moments: ['send', 'live'],
  says,
  draft: () => {
    throw new Error('out of order');
  },
  turn: () => {
    throw new Error('out of order');
  },
};
const brokenRedLine: Rule = { ...broken, id: 'redline.broken', weight: 'block' };
const bored: Rule = {
  id: 'attitude.bored',
  weight: 'warn',
  moments: ['send'],
  says,
  draft: ({ view }) => (view.text.startsWith('哦') ? [view.mark(0, 1)] : []),
};

describe('a rule that throws', () => {
  test('fails alone: the others judge', () => {
    const failures: FailedRule[] = [];
    const findings = check({ text: '哦' }, facts(), 0, {
      rules: [broken, bored],
      onFailure: (f) => failures.push(f),
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['attitude.bored']);
    expect(failures).toMatchObject([
      { rule: 'attitude.broken', moment: 'send', error: new Error('out of order') },
    ]);
  });

  test('holds the message for a person when it is a red line', () => {
    const failures: FailedRule[] = [];
    const options = { rules: [brokenRedLine], onFailure: (failure: FailedRule) => failures.push(failure) };
    expect(check({ text: '好的' }, facts(), 0, options)).toEqual([
      {
        rule: 'redline.broken',
        weight: 'block',
        moment: 'send',
        turn: 0,
        start: 0,
        end: 2,
        evidence: '好的',
        failed: true,
      },
    ]);
    expect(failures).toHaveLength(1);
  });

  test('is not judged in a review, and the others are', () => {
    const { findings, notJudged } = review(conversation([{ from: 'agent', text: '哦' }]), 0, {
      rules: [broken, bored],
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['attitude.bored']);
    expect(notJudged).toEqual([{ rule: 'attitude.broken', why: 'rule-failed' }]);
  });

  test('raises nothing live but tells of its failure', () => {
    const failures: FailedRule[] = [];
    const options = { rules: [broken], onFailure: (failure: FailedRule) => failures.push(failure) };
    expect(watch(facts([{ from: 'customer', text: '在吗' }]), 0, 0, options)).toEqual([]);
    expect(failures).toMatchObject([{ rule: 'attitude.broken', moment: 'live' }]);
  });
});

describe('which judge is asked when', () => {
  const turns: Turn[] = [
    { from: 'customer', text: '在吗' },
    { from: 'agent', text: '哦' },
  ];

  test('a draft stands after the turns that were said', () => {
    expect(check({ text: '哦' }, facts(turns), 0, { rules: [bored] })).toMatchObject([
      { turn: 2, moment: 'send' },
    ]);
  });

  test('a message that left is judged again in a review, with what was said before it alone', () => {
    let seen = -1;
    const looking: Rule = { ...bored, draft: (_, scene) => ((seen = scene.turns.length), []) };
    review(conversation([...turns, { from: 'customer', text: '?' }]), 0, { rules: [looking] });
    expect(seen).toBe(1);
  });

  test('live findings stand from the asked turn on', () => {
    const every: Rule = { ...bored, moments: ['live'], turn: ({ view }) => [view.markAll()] };
    expect(watch(facts(turns), 1, 0, { rules: [every] }).map(({ turn }) => turn)).toEqual([1]);
  });

  test('a rule about the whole conversation points at a turn of it', () => {
    const whole: Rule = {
      ...bored,
      id: 'phone.closing',
      weight: 'note',
      moments: ['after'],
      draft: undefined,
      conversation: ({ turns: all }) => [{ turn: all.length - 1, start: 0, end: 1 }],
    };
    expect(review(conversation(turns), 0, { rules: [whole] }).findings).toMatchObject([
      { rule: 'phone.closing', weight: 'note', moment: 'after', turn: 1, evidence: '哦' },
    ]);
  });
});

describe('ending a conversation', () => {
  const ending: Rule = {
    ...bored,
    id: 'complaint.ending',
    moments: ['act'],
    draft: undefined,
    conversation: ({ turns: all, ended }) =>
      ended?.by === 'agent' ? [{ turn: all.length - 1, start: 0, end: 1 }] : [],
  };
  const turns: Turn[] = [{ from: 'customer', text: '在吗' }];

  test('is judged as if the agent had just done it, by the rules on acts alone', () => {
    expect(checkEnding(facts(turns), 5, { rules: [ending, bored] })).toMatchObject([
      { rule: 'complaint.ending', moment: 'act', turn: 0, evidence: '在' },
    ]);
  });

  test('a rule that throws stops nobody', () => {
    const failures: FailedRule[] = [];
    const thrower: Rule = { ...ending, conversation: broken.draft as never };
    const options = { rules: [thrower], onFailure: (failure: FailedRule) => failures.push(failure) };
    expect(checkEnding(facts(turns), 5, options)).toEqual([]);
    expect(failures).toHaveLength(1);
  });
});

describe('any conversation', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '您',
          '不是',
          '说过',
          '吗',
          '？',
          '12315',
          '打',
          '😊',
          '[微笑]',
          '138',
          ' 0000 ',
          '1111',
          '“',
          '”',
          '傻',
          '逼',
          '*',
          '稍等',
          '\n',
          '难道',
          'you',
          ' stupid ',
          '身份证',
          '110101199003074512',
          '\ud83d',
        ),
        { maxLength: 14 },
      )
      .map((parts) => parts.join('')),
  );
  const turn = fc.record(
    {
      from: fc.constantFrom<Turn['from']>('customer', 'agent', 'system'),
      text,
      at: fc.option(fc.integer({ min: 0, max: 4e12 }), { nil: undefined }),
    },
    { requiredKeys: ['from', 'text'] },
  );
  const episode = fc.array(turn, { maxLength: 8 });

  test('is judged without throwing, with evidence that is in the text, the same each time', () => {
    fc.assert(
      fc.property(episode, text, fc.integer({ min: 0, max: 4e12 }), (turns, draft, now) => {
        const onFailure = ({ error }: FailedRule) => {
          throw error;
        };
        const judge = () => [
          ...check({ text: draft }, facts(turns), now, { onFailure }),
          ...watch(facts(turns), 0, now, { onFailure }),
          ...review(conversation(turns), now, { onFailure }).findings,
        ];
        const findings = judge();
        const said = [...turns.map(({ text: words }) => words), draft];
        for (const { turn: at, start, end, evidence } of findings)
          expect(said[at]!.slice(start, end)).toBe(evidence);
        expect(judge()).toEqual(findings);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['one character', '您'],
    ['a question without end', '您不是说'],
    ['figures', '1380000'],
    ['emoji', '😊'],
    ['quotation marks', '“'],
    ['brackets', '[['],
    ['polite words', '谢谢好的'],
    ['spaces', ' '],
    ['place names', '西湖区文二路'],
    ['a lone surrogate', '\ud800'],
    ['English', 'you are even '],
  ])('64 kB of %s are judged at once', (_, part) => {
    const long = part.repeat(Math.ceil(65_536 / part.length));
    const findings: Finding[] = check({ text: long }, facts([{ from: 'customer', text: long }]), 0);
    review(
      conversation([
        { from: 'customer', text: long },
        { from: 'agent', text: long },
      ]),
      0,
    );
    for (const { start, end, evidence } of findings) expect(long.slice(start, end)).toBe(evidence);
  });
});
