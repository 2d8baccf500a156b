/** Which of the customer's orders the conversation is about, and what they may want: read from the messages, nothing stored. */
import { orderInQuestion } from '../../../core/commerce/in-question/order-in-question.ts';
import { wishIn, withOrder } from '../../../core/commerce/in-question/wish-guess.ts';
import { numbersIn } from '../../../core/commerce/numbers-in.ts';
import type { OrdersBeside, OrderView } from '../../../core/commerce/order-api.ts';
import type { Turn } from '../../../core/standard/facts.ts';
import { day } from '../../../core/team/working-hours.ts';
import { inShop } from '../../platform/database/pool.ts';
import { bearing } from '../commerce/index.ts';
import type { Conversations } from './context.ts';

const messagesRead = 60;
/** What was written longer before the newest message was about something else. */
const oneMatter = 7 * day;

export async function readInQuestion(
  { pool, vault, shops, now }: Pick<Conversations, 'pool' | 'vault' | 'shops' | 'now'>,
  shopId: string,
  conversationId: string,
  orders: readonly OrderView[],
): Promise<Pick<OrdersBeside, 'inQuestion' | 'guess'>> {
  const { hours } = (await shops.get(shopId)).settings;
  return inShop(pool, shopId, async (tx) => {
    const rows = await tx.query<{ from: Turn['from']; text: string | null; at: number | null }>(
      `select author as from, text, said_at as at from messages where shop_id = $1 and conversation_id = $2
      order by seq desc limit ${messagesRead}`,
      [shopId, conversationId],
    );
    const newest = rows.find(({ at }) => at !== null)?.at ?? now();
    const turns: Turn[] = rows
      .filter(({ at }) => at === null || at >= newest - oneMatter)
      .map(({ from, text, at }) => ({ from, text: text ?? '', ...(at !== null && { at }) }))
      .toReversed();
    const numbers = turns.flatMap(({ from, text }) => (from === 'customer' ? numbersIn(text) : []));
    const byNumber = await bearing(
      tx,
      vault,
      shopId,
      orders.map(({ orderId }) => orderId),
      [...new Set(numbers)],
    );
    const zone = hours === 'always' ? '+08:00' : hours.zone;
    const guess = wishIn(turns);
    const inQuestion = orderInQuestion({ orders, turns, byNumber, guess, now: now(), zone });
    const order = orders.find(({ orderId }) => orderId === inQuestion?.orderId);
    return { inQuestion, guess: guess && order ? withOrder(guess, order, inQuestion!.line) : guess };
  });
}
