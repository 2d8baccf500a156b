import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDesk } from '../../../test/desk.ts';
import type { Desk } from '../../../test/desk.ts';
import { until } from '../../../test/until.ts';
import { inShop } from '../../platform/database/pool.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { leaderLock } from '../../platform/leader.ts';

let desk: Desk;
let elsewhere: pg.Client;

/** Another node leads, and has died without anybody noticing: nothing is reacted to. */
beforeAll(async () => {
  const database = await testDatabase();
  elsewhere = new pg.Client(database.ownerUrl);
  await elsewhere.connect();
  await elsewhere.query(`select pg_advisory_lock(${leaderLock})`);
  desk = await startDesk({ database });
});

afterAll(async () => {
  await desk.stop();
});

test('after an outage every message is judged, also those far behind what is kept in memory', async () => {
  const shop = await desk.addShop();
  const visitor = await desk.visit(shop);
  const texts = Array.from({ length: 900 }, (_, i) => `第 ${i + 1} 件衣服的尺码想再核对一遍`);
  texts[6] = '你们再不理我，我就打 12315';
  texts[7] = '谢谢';
  const { conversationId } = visitor;
  for (const text of texts) await visitor.say(text);

  await elsewhere.end(); // the lock is free: this node leads now
  const alerts = await until('the finding on the seventh message', async () => {
    const rows = await inShop(desk.app.pool, shop.shopId, (tx) =>
      tx.query<{ message_seq: number }>(
        `select message_seq from findings where conversation_id = $1 and rule = 'complaint.sensitive'`,
        [conversationId],
      ),
    );
    return rows.length > 0 && rows;
  });
  expect(alerts).toEqual([{ message_seq: 7 }]);
});
