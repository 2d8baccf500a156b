import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useEffect } from 'react';
import type { ThreadAnswer } from '../../../core/api.ts';
import type { Body } from '../../../core/commerce/size/advise-size.ts';
import { bodyIn } from '../../../core/commerce/size/body-in.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { BuyingHelp } from '../buying/buying-help.tsx';
import { HelpButton } from '../buying/help-button.tsx';
import { putIntoReply } from '../composer/put-into-reply.ts';
import { SendCard } from '../cards/send-card.tsx';
import { OrderOperations } from '../operations/order-operations.tsx';
import { useChosen } from '../operations/use-chosen.ts';
import { useOperationsLive } from '../operations/use-operations.ts';
import { ChoosePlanProvider } from '../policy/choose-plan.ts';
import type { OrdersBeside as Beside } from '../../../core/commerce/beside-api.ts';
import { InQuestion } from '../policy/beside/in-question.tsx';
import { Offer } from '../policy/beside/offer.tsx';
import { RiskSigns } from '../shortage/risk-signs.tsx';
import { OrderShortages } from '../shortage/order-shortages.tsx';
import { SentGoods } from '../shortage/sent-goods.tsx';
import { threadQuery } from '../thread/thread-query.ts';
import { OrderCard } from './order-card.tsx';
import { ordersApi } from './orders-api.ts';
import { Past } from './past.tsx';
import { ProductCard } from './product-card.tsx';
import { UnprovenOrder } from './unproven-order.tsx';
import { useOrdersWords } from './words.ts';

interface Props {
  conversationId: string;
  /** The number of the newest message: the customer may have written an order's number in it. */
  upTo: number;
}

/** The customer's orders beside the conversation. */
export function OrdersBeside({ conversationId, upTo }: Props) {
  const say = useOrdersWords();
  const { lang } = usePreferences();
  const queries = useQueryClient();
  useOperationsLive();
  const may = useMay();
  const queryKey = ['conversation-orders', conversationId];
  const { data: said } = useQuery({ ...threadQuery(conversationId), enabled: false, select: bodyOf });
  const { data, error } = useQuery({ queryKey, queryFn: () => ordersApi.beside(conversationId) });
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['conversation-orders', conversationId] });
    void queries.invalidateQueries({ queryKey: ['shortages', conversationId] });
  }, [queries, conversationId, upTo]);
  const chosen = useChosen(data?.orders ?? []);
  const orders = (
    <ChoosePlanProvider value={chosen.choose}>
      <section className="side-section" data-testid="orders-beside">
        <h3>{say('beside.title')}</h3>
        {data ? (
          <>
            {data.orders.length === 0 && <p className="muted">{say('beside.none')}</p>}
            {questionFirst(data).map((order) =>
              order.proven ? (
                <OrderCard
                  key={order.orderId}
                  order={order}
                  found={
                    order.orderId === data.inQuestion?.orderId ? (
                      <InQuestion clues={data.inQuestion.clues} />
                    ) : (
                      say(`by.${order.by}`)
                    )
                  }
                  operations={
                    <OrderOperations
                      order={order}
                      conversationId={conversationId}
                      beside={<SendCard kind="order" id={order.orderId} name={order.number} />}
                      onPut={putIntoReply}
                      begin={chosen.beginOf(order.orderId)}
                      onBegun={chosen.end}
                    >
                      <OrderShortages
                        conversationId={conversationId}
                        order={order}
                        onPut={putIntoReply}
                        onBegin={chosen.begin}
                      />
                      <SentGoods order={order} />
                      <Offer
                        conversationId={conversationId}
                        order={order}
                        inQuestion={order.orderId === data.inQuestion?.orderId ? data.inQuestion : null}
                        guess={data.guess}
                      />
                    </OrderOperations>
                  }
                  onPut={putIntoReply}
                />
              ) : (
                <UnprovenOrder key={order.orderId} order={order} onPut={putIntoReply} />
              ),
            )}
            <Past conversationId={conversationId} />
            {data.products.length > 0 && <h3 className="beside-goods">{say('beside.goods')}</h3>}
            {data.products.map((product) => (
              <ProductCard
                key={product.productId}
                product={product}
                send={
                  <>
                    <SendCard kind="product" id={product.productId} name={product.name} />
                    <HelpButton
                      conversationId={conversationId}
                      productId={product.productId}
                      name={product.name}
                    />
                  </>
                }
                onPut={putIntoReply}
              />
            ))}
          </>
        ) : error ? (
          <p role="alert">{sentence(error, lang)}</p>
        ) : (
          <Skeleton title={false} paragraph={{ rows: 3 }} />
        )}
      </section>
    </ChoosePlanProvider>
  );
  return (
    <>
      {may('risk.read') && <RiskSigns conversationId={conversationId} />}
      {orders}
      <BuyingHelp
        conversationId={conversationId}
        known={data?.products ?? []}
        said={said ?? nothingSaid}
        onPut={putIntoReply}
      />
    </>
  );
}

const nothingSaid: Body = {};
const mostRead = 12;

/** What the customer lately wrote of the one it is for. */
function bodyOf({ messages }: ThreadAnswer): Body {
  const said = messages.filter(({ author }) => author === 'customer').slice(-mostRead);
  return bodyIn(said.map(({ text }) => text ?? '').join('\n'));
}

/** The order that the conversation is about, then the others, newest first. */
const questionFirst = ({ orders, inQuestion }: Beside): Beside['orders'] =>
  orders.toSorted(
    (a, b) => Number(b.orderId === inQuestion?.orderId) - Number(a.orderId === inQuestion?.orderId),
  );
