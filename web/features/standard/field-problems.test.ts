import { describe, expect, it } from 'vitest';
import type { ForbiddenPhrase } from '../../../core/standard/settings.ts';
import { standardSettings } from '../../../core/standard/settings.ts';
import { problemsIn, problemsOfRefusal, problemsUnder } from './field-problems.ts';

const fine: ForbiddenPhrase = {
  phrase: '活动规则',
  weight: 'warn',
  passes: ['活动'],
  fails: ['看活动规则'],
  note: '',
};
const found = (...phrases: ForbiddenPhrase[]) =>
  [...problemsIn({ ...standardSettings, phrases }).values()].map(
    ({ field, problem }) => `${field}: ${problem}`,
  );

describe('what is wrong', () => {
  it('is nothing with a phrase whose examples hold', () => expect(found(fine)).toEqual([]));

  it('stands at the very field', () => {
    const wrong = { ...fine, passes: ['活动', '活动规则'], fails: ['活动的规则'] };
    expect(found(fine, wrong)).toEqual([
      'phrases.1.passes.1: example-found',
      'phrases.1.fails.0: example-missed',
    ]);
  });

  it('of what is not written yet is told once', () => {
    expect(found({ ...fine, phrase: '', fails: [''] })).toEqual([
      'phrases.0.fails.0: missing',
      'phrases.0.phrase: malformed',
    ]);
    expect(found({ ...fine, fails: [' '] })).toEqual(['phrases.0.fails.0: missing']);
  });
});

it('what the server says is found by the same names', () => {
  const said = problemsOfRefusal({
    code: 'invalid',
    problems: [
      { field: 'settings.phrases.10.fails.0', problem: 'too-long', limit: 400 },
      { field: 'settings.phrases.1.phrase', problem: 'malformed' },
      { field: 'note', problem: 'too-long', limit: 400 },
    ],
  });
  expect(said.get('phrases.10.fails.0')).toMatchObject({ problem: 'too-long', limit: 400 });
  expect(problemsUnder(said, 'phrases.1').map(({ field }) => field)).toEqual(['phrases.1.phrase']);
  expect(problemsOfRefusal({ code: 'unauthenticated' }).size).toBe(0);
});
