import { describe, expect, test } from 'vitest';
import type { Candidate } from './routing.ts';
import { chooseAgent, groupFor } from './routing.ts';

describe('the group', () => {
  test('follows the customer’s own choice before the state of the order', () => {
    expect(groupFor('goods', 'returning')).toBe('pre-sales');
    expect(groupFor('order', null)).toBe('in-sales');
    expect(groupFor('after-sale', 'unpaid')).toBe('after-sales');
  });

  test.each([
    [null, 'pre-sales'],
    ['unpaid', 'in-sales'],
    ['paid', 'in-sales'],
    ['dispatched', 'in-sales'],
    ['received', 'after-sales'],
    ['returning', 'after-sales'],
  ] as const)('an order that is %s goes to %s', (state, group) => {
    expect(groupFor(null, state)).toBe(group);
  });
});

describe('the agent', () => {
  const lin = agent('lin', { open: 3 });
  const zhou = agent('zhou', { open: 1 });
  const chen = agent('chen', { groups: ['after-sales'], open: 0 });

  test('is the customer’s own, however busy', () => {
    expect(chooseAgent([zhou, lin], 'pre-sales', 'lin')).toBe('lin');
    expect(chooseAgent([zhou, chen], 'pre-sales', 'chen')).toBe('chen');
  });

  test('is not the own one where they are full or away', () => {
    expect(chooseAgent([agent('lin', { open: 8 }), zhou], 'pre-sales', 'lin')).toBe('zhou');
    expect(chooseAgent([zhou], 'pre-sales', 'lin')).toBe('zhou');
  });

  test('is who has the fewest open in the group, the same one every time', () => {
    expect(chooseAgent([lin, zhou, chen], 'pre-sales', null)).toBe('zhou');
    expect(chooseAgent([agent('b'), agent('a')], 'pre-sales', null)).toBe('a');
    expect(chooseAgent([agent('a'), agent('b')], 'pre-sales', null)).toBe('a');
  });

  test('is of another group rather than nobody', () => {
    expect(chooseAgent([agent('lin', { open: 8 }), chen], 'pre-sales', null)).toBe('chen');
  });

  test('is nobody where all are full: the queue', () => {
    expect(
      chooseAgent([agent('lin', { open: 8 }), agent('new', { capacity: 0 })], 'pre-sales', null),
    ).toBeNull();
    expect(chooseAgent([], 'pre-sales', 'lin')).toBeNull();
  });
});

function agent(agentId: string, more: Partial<Candidate> = {}): Candidate {
  return { agentId, groups: ['pre-sales'], open: 0, capacity: 8, ...more };
}
