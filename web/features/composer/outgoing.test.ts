import { describe, expect, it } from 'vitest';
import { step, type Outgoing, type Step } from './outgoing.ts';

const write = (clientId: string): Step => ({
  type: 'write',
  message: { clientId, conversationId: 'a', text: clientId, at: 1 },
});
const after = (...steps: Step[]): readonly Outgoing[] => steps.reduce<readonly Outgoing[]>(step, []);
const states = (outgoing: readonly Outgoing[]) =>
  outgoing.map(({ clientId, state }) => `${clientId} ${state}`);

describe('replies on their way', () => {
  it('are shown as soon as they are written, in that order', () => {
    expect(states(after(write('one'), write('two')))).toEqual(['one sending', 'two sending']);
  });

  it('that were refused say why until they are sent again under the same id', () => {
    const failed = after(write('one'), {
      type: 'fail',
      clientId: 'one',
      refusal: { code: 'conflict', reason: 'not-the-assignee' },
    });
    expect(failed).toMatchObject([{ state: 'failed', refusal: { reason: 'not-the-assignee' } }]);
    expect(step(failed, write('one'))).toMatchObject([{ clientId: 'one', state: 'sending', refusal: null }]);
  });

  it('are dropped once the thread holds them', () => {
    expect(
      states(
        after(
          write('one'),
          write('two'),
          { type: 'sent', clientId: 'one' },
          { type: 'drop', clientIds: ['one'] },
        ),
      ),
    ).toEqual(['two sending']);
  });
});
