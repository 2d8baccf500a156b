/** Opens conversations with each kind of contestant, through its own front door. */
import { randomUUID } from 'node:crypto';
import type { WidgetSession } from '../../core/api.ts';
import type { ServerFrame } from '../../core/wire.ts';
import type { BareTarget, DeskTarget, Lane, LaneListener, Target } from './lane.ts';
import { post, signIn } from './front-door.ts';
import type { Socket } from './socket.ts';
import { openSocket } from './socket.ts';

export function openLanes(target: Target, count: number): Promise<Lane[]> {
  return target.kind === 'desk' ? openDeskLanes(target, count) : openBareLanes(target, count);
}

/** Signed-in agents, each with conversations of their own; a customer's widget listens to each. */
async function openDeskLanes(target: DeskTarget, count: number): Promise<Lane[]> {
  const { url, shop, accounts } = target;
  const wsUrl = url.replace('http', 'ws');
  const exchange = openExchange();
  const agents = await Promise.all(
    accounts.map(async (account) => {
      const cookie = await signIn(target, account);
      const socket = await openSocket(`${wsUrl}/api/v1/socket`, { cookie }, exchange.broken);
      socket.on(exchange.hear);
      return { cookie, socket };
    }),
  );
  const lanes: Lane[] = [];
  for (let i = 0; i < count; i++) {
    const agent = agents[i % agents.length]!;
    const opened = await post(target, '/widget/v1/sessions', { shop });
    const { visitorToken, cursor, view } = (await opened.json()) as WidgetSession;
    const { conversationId } = view;
    const customer = await openSocket(`${wsUrl}/widget/v1/socket`, {}, exchange.broken);
    customer.send({ type: 'authenticate', visitorToken: visitorToken! });
    await customer.next('ready');
    const topic = 'after-sale';
    customer.send({ type: 'send', clientId: randomUUID(), conversationId, text: '想换一件大一码的', topic });
    await customer.next('ack');
    customer.send({
      type: 'subscribe',
      id: 'thread',
      topic: { conversation: conversationId },
      after: cursor,
    });
    await customer.next('events');
    customer.on(exchange.hear);
    await post(target, `/api/v1/conversations/${conversationId}/claim`, {}, agent.cookie);
    lanes.push(exchange.lane(agent.socket, conversationId, 1));
  }
  return lanes;
}

/** The bare programs take anybody; as many sockets write as the desk has agents. */
async function openBareLanes({ url }: BareTarget, count: number): Promise<Lane[]> {
  const exchange = openExchange();
  const agents = await Promise.all([1, 2, 3, 4].map(() => openSocket(url, {}, exchange.broken)));
  for (const agent of agents) agent.on(exchange.hear);
  const lanes: Lane[] = [];
  for (let i = 0; i < count; i++) {
    const conversationId = randomUUID();
    const customer = await openSocket(url, {}, exchange.broken);
    customer.send({ type: 'subscribe', id: 'thread', topic: { conversation: conversationId }, after: '' });
    customer.send({ type: 'ping' });
    await customer.next('pong');
    customer.on(exchange.hear);
    lanes.push(exchange.lane(agents[i % agents.length]!, conversationId, 0));
  }
  return lanes;
}

/** Takes frames from any socket to the lane they belong to. */
function openExchange() {
  const listeners = new Map<string, LaneListener>();
  return {
    hear(frame: ServerFrame) {
      if (frame.type === 'ack') listeners.get(frame.conversationId)?.acknowledged(frame);
      else if (frame.type === 'refused') broken(`refused: ${JSON.stringify(frame.refusal)}`);
      else if (frame.type === 'resync') broken('asked to start afresh');
      else if (frame.type === 'events') {
        for (const event of frame.events) {
          if (event.type !== 'message.posted') continue;
          const { messageId, seq, text } = event;
          listeners.get(event.conversationId)?.delivered({ messageId, seq, text: text ?? '' });
        }
      }
    },
    broken,
    lane: (agent: Socket, conversationId: string, seq: number): Lane => ({
      conversationId,
      seq,
      send: (clientId, text) => agent.send({ type: 'send', clientId, conversationId, text }),
      listen: (listener) => void listeners.set(conversationId, listener),
    }),
  };

  function broken(reason: string) {
    for (const listener of listeners.values()) listener.broken(reason);
    if (listeners.size === 0) throw new Error(reason);
  }
}
