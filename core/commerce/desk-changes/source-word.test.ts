import { expect, it } from 'vitest';
import { sourceWord } from './source-word.ts';

const changed = {
  source: { address: '文三路 88 号', phone: '139 1111 2222' },
  made: { address: '百丈东路 7 号', phone: '13911112222' },
  changedAt: 1000,
};
const word = (told: object, toldAt: number | null = null) => sourceWord(told, changed, toldAt);

it('stands while the source says what it had said, hides it, or says nothing', () => {
  for (const told of [
    { address: '文三路88号', phone: '13911112222' },
    { address: '文三路***', phone: '139****2222' },
    { address: null },
    {},
  ])
    for (const at of [null, 2000]) expect(word(told, at)).toEqual({ word: 'stands', source: changed.source });
});

it('gives way to what is new and later, never to what was written before it', () => {
  const other = { address: '延安路 1 号' };
  expect(word(other)).toEqual({ word: 'overtaken' });
  expect(word(other, 1001)).toEqual({ word: 'overtaken' });
  expect(word(other, 1000)).toEqual({ word: 'stands', source: { ...changed.source, ...other } });
});

it('taken up by the source, what it said before is a new word of its own; a file’s may be an old one', () => {
  const taken = word({ address: '百丈东路 7 号', phone: '13911112222' }, 2000);
  expect(taken).toMatchObject({ word: 'stands', source: { address: '百丈东路 7 号' } });
  expect(word({ address: '百丈东路 7 号' })).toEqual({ word: 'stands', source: changed.source });
  const since = { ...changed, source: (taken as { source: object }).source };
  expect(sourceWord({ address: '文三路 88 号' }, since, 3000)).toEqual({ word: 'overtaken' });
});
