/** Conversations brought along to the test bench: what people say of them goes into the shop's case file. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseAnswer, ProblemDetails } from '../../../core/api.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';

const rude = { turn: 1, rule: 'attitude.rhetorical' };

let desk: Desk;
let reviewer: DeskClient;
beforeAll(async () => {
  desk = await startDesk();
  reviewer = await desk.signIn(await desk.addShop(), 'reviewer');
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

const conversation = (id: string, more: object = {}) => ({
  id,
  lang: 'zh',
  channel: 'chat',
  turns: [
    { from: 'customer', text: '我是葛女士，电话13987654321，盖子漏水' },
    { from: 'agent', text: '难道您自己不会看说明书吗' },
  ],
  ...more,
});
const keep = (body: object, by = reviewer) =>
  by.post<CaseAnswer & ProblemDetails>('/api/v1/standard/cases/pasted', body);
const cases = async (by = reviewer) =>
  (await by.get('/api/v1/standard/cases')).text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const caseOf = async (id: string) => (await cases()).find((one) => one.id === id);

describe('a pasted case', () => {
  test('holds what was confirmed, rejected and missed; what nobody judged is open; nobody’s data', async () => {
    const missed = { turn: 0, rule: 'complaint.safety' };
    const marks = [
      { ...rude, verdict: 'wrong' },
      { ...missed, verdict: 'missed' },
    ];
    const products = [{ name: '保温杯', facts: { 材质: '不锈钢' } }];
    const { status, body } = await keep({
      conversation: conversation('a', { context: { products } }),
      marks,
    });
    expect([status, body.id]).toEqual([201, 'a']);
    const kept = await caseOf('a');
    expect(kept).toMatchObject({ expect: [missed], free: [rude.rule], context: { products } });
    expect(JSON.stringify(kept)).not.toMatch(/13987654321|葛女士/);
    await keep({ conversation: conversation('a'), marks: [{ ...missed, verdict: 'missed' }] });
    expect(await caseOf('a')).toMatchObject({ expect: [missed], free: [], open: [rude] });
  });

  test('is replaced by what is said next, and leaves the file when everything is taken back', async () => {
    await keep({ conversation: conversation('b'), marks: [{ ...rude, verdict: 'right' }] });
    expect(await caseOf('b')).toMatchObject({ expect: [rude], free: [] });
    await keep({ conversation: conversation('b'), marks: [{ ...rude, verdict: 'wrong' }] });
    expect(await caseOf('b')).toMatchObject({ expect: [], free: [rude.rule] });
    expect((await keep({ conversation: conversation('b'), marks: [] })).status).toBe(201);
    expect(await caseOf('b')).toBeUndefined();
  });

  test('that cannot be is refused by its field', async () => {
    const marks = [{ ...rude, verdict: 'wrong' }];
    const refused = async (body: object) => (await keep(body)).body.problems;
    expect(await refused({ conversation: conversation('c', { turns: [] }), marks })).toEqual([
      { field: 'conversation.turns', problem: 'malformed' },
    ]);
    const elsewhere = [{ ...rude, turn: 2, verdict: 'wrong' }];
    expect(await refused({ conversation: conversation('c'), marks: elsewhere })).toEqual([
      { field: 'marks.turn', problem: 'not-allowed' },
    ]);
    const invented = [{ turn: 1, rule: 'attitude.invented', verdict: 'wrong' }];
    expect(await refused({ conversation: conversation('c'), marks: invented })).toEqual([
      { field: 'rule', problem: 'not-allowed' },
    ]);
    expect(await caseOf('c')).toBeUndefined();
  });

  test('may hold characters that no database does', async () => {
    const turns = [{ from: 'agent', text: '好\0的\ud800' }];
    const marks = [{ turn: 0, rule: rude.rule, verdict: 'missed' }];
    const { status, body } = await keep({ conversation: conversation('d\0\ud83d', { turns }), marks });
    expect(status).toBe(201);
    expect(await caseOf(body.id)).toMatchObject({ turns: [{ text: '好的\ufffd' }] });
  });

  test('is a reviewer’s or supervisor’s to keep, and stays in their shop', async () => {
    const shop = await desk.addShop();
    const marks = [{ ...rude, verdict: 'wrong' }];
    for (const name of ['agent', 'lead', 'administrator'] as const)
      expect(
        (await keep({ conversation: conversation('e'), marks }, await desk.signIn(shop, name))).status,
      ).toBe(403);
    const supervisor = await desk.signIn(shop, 'supervisor');
    expect((await keep({ conversation: conversation('e'), marks }, supervisor)).status).toBe(201);
    expect((await cases(supervisor)).map(({ id }) => id)).toEqual(['e']);
    expect(await caseOf('e')).toBeUndefined();
  });
});
