/** A customer in the shop's page: a visitor of their own, through the widget's protocol. */
import type { WidgetSession } from '../../core/api.ts';
import type { Event } from '../../core/events.ts';
import type { Ack, Connection } from '../../live/connection.ts';
import { connect } from '../../live/connection.ts';
import { newId } from '../../live/ids.ts';
import type { Api } from './api.ts';
import { openSocket } from './socket.ts';

export interface Visitor {
  conversationId: string;
  say(text: string): Promise<Ack & { clientId: string }>;
  /** The number of the last message seen. */
  seen(): number;
  leave(): void;
}

/** `onSkip` is told when a message came out of its place. */
export async function openVisitor(api: Api, url: string, shop: string, onSkip: () => void): Promise<Visitor> {
  const { body } = await api.post<WidgetSession>('/widget/v1/sessions', { shop });
  const { visitorToken, cursor, view } = body;
  const { conversationId } = view;
  const connection: Connection = connect({
    url: `${url}/widget/v1/socket`,
    authenticate: async () => visitorToken!,
    open: (address) => openSocket(address),
  });
  let seen = view.seq;
  connection.subscribe({ conversation: conversationId }, cursor, {
    onEvents: (events) => events.forEach(look),
    onResync: onSkip,
  });

  return {
    conversationId,
    say: (text) => connection.send({ clientId: newId(), conversationId, text }),
    seen: () => seen,
    leave: connection.close,
  };

  function look(event: Event) {
    if (event.type !== 'message.posted') return;
    if (event.seq !== seen + 1) onSkip();
    seen = event.seq;
  }
}
