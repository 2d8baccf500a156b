import { describe, expect, it } from 'vitest';
import { fits, ranked } from './fuzzy.ts';

const order = (typed: string, ...names: string[]) => ranked(typed, names, (name) => [name]);

describe('what is typed into the palette', () => {
  it('finds by letters in order, in Chinese and English', () => {
    expect(fits('服规', '服务规范')).not.toBeNull();
    expect(fits('trb', 'Try on the test bench')).not.toBeNull();
    expect(fits('规服', '服务规范')).toBeNull();
  });

  it('puts what stands together first, and the beginning before the middle', () => {
    expect(order('会话', '开会后说的话', '结束会话', '会话')).toEqual(['会话', '结束会话', '开会后说的话']);
  });

  it('keeps the order where nothing is typed', () => {
    expect(order('  ', 'b', 'a')).toEqual(['b', 'a']);
  });

  it('finds by any of several names', () => {
    expect(ranked('dark', ['切换为深色'], () => ['切换为深色', 'Dark appearance'])).toHaveLength(1);
  });
});
