import { describe, expect, it } from 'vitest';
import { answered, ask, begun } from './attempt.ts';

let made = 0;
const newKey = () => `key-${++made}`;
const wish = '{"amountFen":1200}';
const other = '{"amountFen":1300}';

describe('an attempt', () => {
  it('asks once for two clicks', () => {
    const first = ask(begun('key'), wish, newKey);
    expect(first).toMatchObject({ key: 'key', state: 'asking' });
    expect(ask(first, wish, newKey)).toBe(first);
    const done = answered(first, 'done');
    expect(ask(done, wish, newKey)).toBe(done);
  });

  it('keeps its key where no answer came, and asks nothing else under it', () => {
    const unknown = answered(ask(begun('key'), wish, newKey), 'unanswered');
    expect(unknown.state).toBe('unknown');
    expect(ask(unknown, wish, newKey)).toMatchObject({ key: 'key', state: 'asking' });
    expect(ask(unknown, other, newKey)).toBe(unknown);
  });

  it('keeps its key after a refusal, and takes a new one for something else', () => {
    const refused = answered(ask(begun('key'), wish, newKey), 'refused');
    expect(ask(refused, wish, newKey).key).toBe('key');
    expect(ask(refused, other, newKey).key).toMatch(/^key-/);
  });
});
