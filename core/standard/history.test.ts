import { expect, test } from 'vitest';
import type { Turn } from './facts.ts';
import { remembering } from './history.ts';
import { openScene } from './scene.ts';

const said = (text: string): Turn => ({ from: 'customer', text });
const sceneOf = (turns: Turn[]) => openScene({ lang: 'zh', channel: 'chat', hours: 'always', turns }, 0);

test('reads each turn once as an episode grows, and every episode by itself', () => {
  const heard = remembering<string[]>(
    () => [],
    (history, turn, { turns }) => void history.push(turns[turn]!.text),
  );
  const turns = [said('a'), said('b')];
  expect(heard(sceneOf(turns))).toEqual(['a', 'b']);
  turns.push(said('c'));
  expect(heard(sceneOf(turns))).toEqual(['a', 'b', 'c']);
  expect(heard(sceneOf([said('d')]))).toEqual(['d']);
});
