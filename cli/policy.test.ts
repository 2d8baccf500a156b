import { describe, expect, test } from 'vitest';
import { policyCommand } from './policy.ts';
import { runCommand } from './testing.ts';

const order = {
  number: '20261105001',
  paidAt: '2026-11-05T10:00:00+08:00',
  receivedAt: '2026-11-14T09:00:00+08:00',
  status: 'received',
  lines: [{ sku: 'A-90-BLUE', title: '连体衣', quantity: 1, unitPrice: 12900, couponShare: 1000 }],
  outbound: [{ sku: 'A-90-BLUE', quantity: 1 }],
};
const wish = (more: object = {}) =>
  JSON.stringify({
    id: 'w',
    now: '2026-11-20T10:00:00+08:00',
    wish: 'return',
    reason: 'no-reason',
    order,
    condition: { tags: true, resaleable: true },
    stock: { 'A-100-BLUE': 3 },
    actor: 'agent',
    ...more,
  });

const run = (lines: string[], argv: string[] = []) => runCommand(policyCommand, [lines.join('\n')], argv);

describe('yinuo policy', () => {
  test('writes the decision, by the default policy; what is absent is null, false or 0', async () => {
    const { code, stdout, stderr } = await run([wish()]);
    expect(JSON.parse(stdout)).toEqual({
      id: 'w',
      outcome: 'allowed',
      approval: null,
      freight: 'customer',
      amount: 11900,
      plans: ['return', 'exchange'],
      why: [
        expect.stringContaining('2026-11-21 24:00'),
        expect.stringContaining('¥119.00'),
        expect.any(String),
      ],
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('tells why in English too, by the clock of the shop', async () => {
    const { stdout } = await run([wish({ zone: 'America/New_York' })], ['--lang', 'en']);
    expect(JSON.parse(stdout).why[0]).toContain('Received 2026-11-13 20:00');
  });

  test.each<[object, string]>([
    [{ id: '' }, 'id must not be empty'],
    [{ wish: 'money' }, 'wish must be "return" or'],
    [{ reason: undefined }, 'reason must be'],
    [{ now: '2026-11-20' }, 'now must be a time with its offset'],
    [{ zone: 'Mars/Olympus' }, 'zone must be an offset'],
    [{ line: 1 }, "line must be one of the order's lines, 0 to 0, not 1"],
    [{ line: -1 }, 'line must be a whole number'],
    [{ order: null }, 'order must be an object'],
    [{ order: { ...order, status: 'lost' } }, 'order.status must be'],
    [{ order: { ...order, lines: [] } }, 'order.lines must hold one line'],
    [
      { order: { ...order, lines: [{ sku: 'A', quantity: 0, unitPrice: 1 }] } },
      'order.lines[0].quantity must be 1 or more',
    ],
    [
      { order: { ...order, lines: [{ sku: 'A', quantity: 1, unitPrice: 1.5 }] } },
      'order.lines[0].unitPrice must be a whole number',
    ],
    [{ order: { ...order, outbound: [{ sku: 'A' }] } }, 'order.outbound[0].quantity must be'],
    [{ order: { ...order, changes: [{ kind: 'swap' }] } }, 'order.changes[0].kind must be'],
    [{ condition: { tags: 'yes' } }, 'condition.tags must be true or false'],
    [{ stock: { A: 0.5 } }, 'stock.A must be a whole number'],
    [{ lowerPrice: -100 }, 'lowerPrice must be a whole number'],
    [{ actor: 'customer' }, 'actor must be'],
  ])('a faulty line is told with field and reason: %j', async (more, why) => {
    const { code, stdout, stderr } = await run([wish(more), wish({ id: 'next' })]);
    expect(stderr).toContain(`line 1: ${why}`);
    expect(stdout).toMatch(/^\{"id":"next"/);
    expect(code).toBe(1);
  });

  test('a line that is no JSON does not stop the next', async () => {
    expect(await run(['{', '', wish()])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^\{"id":"w"/),
      stderr: expect.stringContaining('line 1: line is no JSON'),
    });
  });

  test('explains itself, and refuses what it does not know', async () => {
    expect(await run([], ['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('yinuo policy'),
    });
    for (const argv of [['--fast'], ['--lang', 'fr'], ['file.jsonl']]) {
      expect(await run([], argv)).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') });
    }
  });
});
