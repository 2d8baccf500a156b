/** The demo's customers: those of the last days are imported, those who wait write as they would through the widget. */
import { v4 as clientId } from 'uuid';
import type { App } from '../server/main.ts';
import { conversationOf } from '../server/modules/channels/index.ts';
import { importConversation, postCustomerMessage } from '../server/modules/conversations/index.ts';
import { admitCustomer } from '../server/modules/customers/index.ts';
import { inShop } from '../server/platform/database/pool.ts';
import { callersOf } from './goods/callers.ts';
import { halfYearOf } from './goods/index.ts';
import { stateOf } from './goods/orders.ts';
import { past, waiting } from './past.ts';

export async function bringPast({ pool, conversations, now }: App, shopId: string): Promise<void> {
  const served = await agentsByGroup({ pool }, shopId);
  for (const { id, customer, group, hoursAgo, turns } of past) {
    const begun = now() - hoursAgo * 3600_000;
    const said = turns.map(([from, seconds, text]) => ({ from, text, at: begun + seconds * 1000 }));
    await importConversation(
      conversations,
      { shopId, source: 'demo', group, agentId: served.get(group) },
      {
        id,
        lang: 'zh',
        channel: 'chat',
        customer: { name: customer },
        hours: 'always',
        turns: said,
        ended: { by: 'agent', at: said.at(-1)!.at + 60_000 },
      },
    );
  }
}

/** Each trade has one agent of its own. */
async function agentsByGroup({ pool }: Pick<App, 'pool'>, shopId: string): Promise<Map<string, string>> {
  const rows = await inShop(pool, shopId, (tx) =>
    tx.query<{ id: string; group: string }>(
      `select agent_id as id, groups[1] as "group" from agents where shop_id = $1 and role = 'agent'`,
      [shopId],
    ),
  );
  return new Map(rows.map(({ id, group }) => [group, id]));
}

export async function letCustomersWrite(
  { pool, vault, conversations, now }: App,
  shopId: string,
  madeAt: number,
): Promise<void> {
  for (const { customer, topic, messages, order } of [...callersOf(halfYearOf(madeAt), madeAt), ...waiting]) {
    const identity = {
      externalId: order ? order.buyer.account : `demo ${customer}`,
      name: customer,
      phones: order ? [order.buyer.phone] : [],
      addresses: order ? [order.buyer.address] : [],
      orders: order ? [order.number] : [],
      orderState: order ? stateOf(order) : null,
    };
    const { visitor } = await inShop(pool, shopId, (tx) => admitCustomer(tx, vault, shopId, identity, now()));
    for (const text of messages) {
      await postCustomerMessage(conversations, visitor, conversationOf(visitor), {
        clientId: clientId(),
        text,
        topic,
      });
    }
  }
}
