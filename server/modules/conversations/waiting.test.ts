/** Waits are measured in the shop's working time; supervisors are told as soon as the customer's words are stored. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ThreadAnswer } from '../../../core/api.ts';
import type { WorkingHours } from '../../../core/team/working-hours.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { inShop } from '../../platform/database/pool.ts';
import { sweepClocks } from './sweep-clocks.ts';

/** Two shifts a day, a Monday. */
const hours: WorkingHours = {
  zone: '+08:00',
  hours: [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ],
};
const monday = (clock: string) => Date.parse(`2026-11-23T${clock}:00+08:00`);

let desk: Desk;
let shop: TestShop;
let now = 0;

beforeAll(async () => {
  desk = await startDesk({ now: () => now });
});
beforeEach(async () => {
  now = monday('11:58');
  shop = await desk.addShop({ settings: { hours } });
});
afterAll(async () => {
  await desk.stop();
  expect(desk.failures).toEqual([]);
});

describe('a customer who waits', () => {
  test('over the lunch break: only working time counts', async () => {
    const { path } = await desk.served(shop);
    await sweepAt('12:01');
    expect(await stage(path), 'two minutes of work had passed at noon').toBe(60);
    await sweepAt('13:30');
    expect(await stage(path)).toBe(60);
    await sweepAt('13:31');
    expect(await stage(path)).toBe(180);
    await sweepAt('13:33');
    expect(await stage(path)).toBe(300);
  });

  test('passes several thresholds at once after an outage: told once, and one call to the supervisor', async () => {
    const { path } = await desk.served(shop);
    const supervisor = await desk.signIn(shop, 'supervisor');
    await sweepAt('15:00');
    await sweepAt('15:01');
    const { alerts, conversation } = (await supervisor.get<ThreadAnswer>(path)).body;
    expect(alerts.map(({ cause }) => cause)).toEqual([{ kind: 'wait', seconds: 300 }]);
    expect(conversation.lateStage).toBe(300);
  });

  test('is waited for from the beginning of the present agent’s time', async () => {
    const { path } = await desk.served(shop);
    const lead = await desk.signIn(shop, 'lead');
    now = monday('14:00');
    await lead.post(`${path}/assign`, { agentId: shop.people.presales.agentId });
    await sweepAt('14:00');
    expect(await stage(path)).toBe(0);
    await sweepAt('14:03');
    expect(await stage(path)).toBe(180);
  });

  test('and is answered waits no longer; a courtesy starts no clock', async () => {
    const { agent, visitor, path } = await desk.served(shop);
    await agent.post(`${path}/messages`, { clientId: 'an-answer-1', text: '已经帮您登记换货了' });
    await visitor.say('好的谢谢');
    await sweepAt('17:00');
    expect(await stage(path)).toBe(0);
  });

  test('while the clock jumps back and forth an hour: nothing is told twice, and nothing is forgotten', async () => {
    const { path } = await desk.served(shop);
    await sweepAt('11:59');
    for (const clock of ['10:59', '11:59', '12:59', '11:59']) await sweepAt(clock);
    expect(await stage(path)).toBe(60);
    await sweepAt('14:00');
    expect(await stage(path)).toBe(300);
    const events = await lateEvents();
    expect(events).toEqual([60, 300]);
  });
});

test('an alert reaches every supervisor and lead who watches, on every node', async () => {
  const other = await startDesk({ now: () => now, database: desk.database });
  const { visitor, conversationId } = await desk.served(shop);
  const [supervisor, lead] = [await desk.signIn(shop, 'supervisor'), await desk.signIn(shop, 'lead')];
  const away = await other.signIn(shop, 'supervisor');
  const walls = await Promise.all([supervisor, supervisor, lead, away].map((one) => one.listening('wall')));
  const customer = await visitor.listening();
  await visitor.say('孩子穿了起红疹，我要打12315投诉');
  for (const wall of walls) {
    const alert = await wall.event('alert.raised');
    expect(alert).toMatchObject({ conversationId, cause: { kind: 'rule' }, messageSeq: 2 });
  }
  await customer.event('message.posted', ({ seq }) => seq === 2);
  expect(JSON.stringify(customer.frames)).not.toMatch(/alert|finding|mood|staffSeq/);
  await other.stop();
});

/** Twice at once, as when leadership passes from one node to another: the result is the same. */
async function sweepAt(clock: string): Promise<void> {
  now = monday(clock);
  const sweep = () => sweepClocks(desk.app.conversations, shop.shopId);
  await Promise.all([sweep(), sweep()]);
}

async function stage(path: string): Promise<number> {
  const supervisor = await desk.signIn(shop, 'supervisor');
  return (await supervisor.get<ThreadAnswer>(path)).body.conversation.lateStage;
}

async function lateEvents(): Promise<number[]> {
  const rows = await inShop(desk.app.pool, shop.shopId, (tx) =>
    tx.query<{ stage: number }>(
      `select (data->>'stage')::int as stage from events where shop_id = $1 and type = 'wait.late' order by event_id`,
      [shop.shopId],
    ),
  );
  return rows.map((row) => row.stage);
}
