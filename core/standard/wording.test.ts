import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openScene } from './scene.ts';
import type { Message } from './rule.ts';
import { rules } from './rules/index.ts';
import { viewOf } from './text.ts';
import { saying, type Wording, wordingOf } from './wording.ts';

const wording: Wording<RegExp> = {
  sign: /swap|free/,
  says: [/swap (?:it|them)/, /free of charge/],
  answering: { about: /how much/, says: [/nothing/] },
  unless: /never|not /,
  reach: 12,
};

function marked(text: string, more: Partial<Wording<RegExp>> = {}, asked = '') {
  const turns = asked === '' ? [] : [{ from: 'customer' as const, text: asked }];
  const message: Message = { from: 'agent', text, turn: turns.length, view: viewOf(text) };
  const scene = openScene({ lang: 'en', channel: 'chat', hours: 'always', turns }, 0);
  return saying(message, scene, [wordingOf({ ...wording, ...more })]).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('what is said', () => {
  test('is marked once a sentence, in the words as typed', () =>
    expect(marked('We SWAP them. And it is free of charge, we swap it.')).toEqual(['SWAP them', 'swap it']));
  test('is taken back by what stands near', () => expect(marked('We never swap them.')).toEqual([]));
  test('is not taken back from afar, nor from another sentence', () =>
    expect(marked('Never mind. We will gladly go and swap them all for you.')).toEqual(['swap them']));
  test('is taken back from anywhere where sentences join', () =>
    expect(marked('Never mind. We swap them.', { reach: 'message' })).toEqual([]));
  test('is not what the writer quotes', () =>
    expect(marked('You wrote "swap them at once", right.')).toEqual([]));
  test('may hold only in answer to a question', () => {
    expect(marked('Nothing at all.')).toEqual([]);
    expect(marked('Nothing at all.', {}, 'How much is it?')).toEqual(['Nothing']);
    expect(marked('Nothing at all.', {}, 'Where is it?')).toEqual([]);
  });
});

describe('the rules that read wordings', () => {
  const judged = rules.filter(({ id }) => /^redline\.|^complaint\.invited$/.test(id));
  const judge = (text: string) => {
    const message: Message = { from: 'agent', text, turn: 0, view: viewOf(text) };
    const scene = openScene({ lang: 'zh', channel: 'chat', hours: 'always', turns: [] }, 0);
    for (const rule of judged)
      for (const { start, end } of (rule.draft ?? rule.turn)!(message, scene))
        expect(0 <= start && start < end && end <= text.length, rule.id).toBe(true);
  };

  test('bear any string', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), judge)));

  test.each(['好评', '一定', '加微', '最好', '投诉', '给', '1 ', '已经改', 'if five ', 'never ', '\ud800'])(
    'take no longer than the text is long: %j over and over',
    (piece) => {
      const started = performance.now();
      judge(piece.repeat(65_536 / piece.length));
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );
});
