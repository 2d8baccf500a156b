import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { HoursAnswer, Me } from '../../../core/api.ts';
import type { DeskClient } from '../../../test/client.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { until } from '../../../test/until.ts';
import { inShop } from '../../platform/database/pool.ts';

let desk: Desk;
let shop: TestShop;
let admin: DeskClient;
beforeAll(async () => void (desk = await startDesk()));
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});
beforeEach(async () => {
  shop = await desk.addShop();
  admin = await desk.signIn(shop, 'administrator');
});

const split = {
  zone: '+08:00',
  hours: [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ],
  days: [1, 2, 3, 4, 5],
  holidays: ['2027-02-17'],
  workdays: ['2027-02-20'],
};
const save = (hours: unknown, basedOn: number, by = admin) =>
  by.put<HoursAnswer>('/api/v1/hours', { hours, basedOn });

test('hours are saved, and hold at once', async () => {
  expect((await admin.get<HoursAnswer>('/api/v1/hours')).body).toEqual({ hours: 'always', version: 0 });
  expect((await save(split, 0)).body).toEqual({ hours: split, version: 1 });
  expect((await admin.get<Me>('/api/v1/me')).body.hours).toEqual(split);
  expect((await save('always', 1)).body).toEqual({ hours: 'always', version: 2 });
});

test('nobody writes over what somebody else has just saved', async () => {
  const answers = await Promise.all([save(split, 0), save('always', 0)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test('what is wrong is named at its field, and nothing is saved', async () => {
  const answer = await save(
    {
      ...split,
      hours: [
        ['09:00', '12:00'],
        ['11:00', '13:00'],
      ],
    },
    0,
  );
  expect(answer.body).toMatchObject({ problems: [{ field: 'hours.hours.1', problem: 'overlaps' }] });
  expect((await save({ ...split, zone: 'Asia/Nowhere' }, 0)).status).toBe(400);
  expect((await admin.get<HoursAnswer>('/api/v1/hours')).body.version).toBe(0);
});

test('everybody at the desk may read them, administrators change them', async () => {
  const agent = await desk.signIn(shop, 'agent');
  expect((await agent.get('/api/v1/hours')).status).toBe(200);
  expect((await save('always', 0, await desk.signIn(shop, 'supervisor'))).status).toBe(403);
});

test('whoever waits is counted anew by them', async () => {
  await (await desk.visit(shop)).say('在吗，想问一下尺码');
  const clocks = () =>
    inShop(desk.app.pool, shop.shopId, (tx) =>
      tx.query<{ at: number }>(
        'select clock_next_at as at from conversations where clock_next_at is not null',
      ),
    );
  const [before] = await until('the clock', async () => {
    const rows = await clocks();
    return rows.length > 0 && rows;
  });
  // Closed from now until tomorrow at least, whatever the time is where this runs.
  const tomorrow = (new Date(Date.now() + 24 * 3600_000).getUTCDay() + 6) % 7;
  await save({ zone: 'UTC', hours: [['23:00', '23:59']], days: [((tomorrow + 1) % 7) + 1] }, 0);
  await until('the clock set anew', async () => (await clocks())[0]!.at > before!.at + 3600_000);
});
