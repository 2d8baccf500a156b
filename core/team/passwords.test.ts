import { describe, expect, it } from 'vitest';
import { passwordProblem } from './passwords.ts';

const known = {
  login: 'lin.xiaoman',
  name: '林小满',
  workNumber: '1001',
  shop: 'yunduo',
  shopName: '云朵童装 Cloud Kids',
};

describe('a password', () => {
  it.each([
    'seven quiet rivers',
    '青山遮不住毕竟东流去',
    'Tq9#vLm2-xR',
    'yunduo walks by the sea',
    '1001 nights in spring',
  ])('%s is let through', (password) => expect(passwordProblem(password, known)).toBe(null));

  it.each([
    ['', 10],
    ['short', 10],
    ['123456789', 10],
    ['一二三四五六七八九', 10],
  ])('%s is too short', (password, limit) =>
    expect(passwordProblem(password, known)).toEqual({ problem: 'too-short', limit }),
  );

  it.each([
    ['one of the commonest', '1234567890'],
    ['the same in full width', '１２３４５６７８９０'],
    ['with the usual tail', 'Password123!'],
    ['two common ones together', 'qwerty123456'],
    ['a loving number', 'woaini5201314'],
    ['one character repeated', 'aaaaaaaaaaaa'],
    ['a pair repeated', 'abababababab'],
    ['the login', 'LinXiaoman.123'],
    ['the account', 'yunduo:lin.xiaoman'],
    ['the name', '林小满林小满林小满1234'],
    ['the shop', 'Yunduo-2222-Yunduo'],
    ['the shop’s name', 'cloudkids888'],
    ['the work number', '1001100110011001'],
  ])('%s is too easy to guess', (_, password) =>
    expect(passwordProblem(password, known)).toEqual({ problem: 'guessable' }),
  );

  it('has an end', () => {
    expect(passwordProblem('长'.repeat(201), known)).toEqual({ problem: 'too-long', limit: 200 });
  });
});
