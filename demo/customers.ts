/** The demo's waiting customers write, as they would through the widget. */
import { v4 as clientId } from 'uuid';
import type { App } from '../server/main.ts';
import { conversationOf } from '../server/modules/channels/index.ts';
import { postCustomerMessage } from '../server/modules/conversations/index.ts';
import { admitCustomer } from '../server/modules/customers/index.ts';
import { inShop } from '../server/platform/database/pool.ts';
import { waiting } from './past.ts';

export async function letCustomersWrite(
  { pool, vault, conversations, now }: App,
  shopId: string,
): Promise<void> {
  for (const { customer, topic, messages } of waiting) {
    const identity = {
      externalId: `demo ${customer}`,
      name: customer,
      phones: [],
      addresses: [],
      orders: [],
      orderState: null,
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
