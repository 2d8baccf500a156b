/** An agent at the desk: signed in, available, answering through the desk's own socket. */
import type { InboxPage, Me } from '../../core/api.ts';
import type { Event } from '../../core/events.ts';
import type { Ack } from '../../live/connection.ts';
import { connect } from '../../live/connection.ts';
import { newId } from '../../live/ids.ts';
import type { Api } from './api.ts';
import { openSocket } from './socket.ts';

export interface Desk {
  agentId: string;
  /** Rejects with Refused, `blocked` among them. */
  reply(conversationId: string, text: string): Promise<Ack>;
  get<Body>(path: string): Promise<Body>;
  post(path: string): Promise<void>;
  leave(): void;
}

export async function openDesk(
  api: Api,
  url: string,
  { account, password }: { account: string; password: string },
  onEvent: (event: Event) => void,
): Promise<Desk> {
  const signedIn = await api.post<Me>('/api/v1/auth/sign-in', { account, password });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const connection = connect({
    url: `${url}/api/v1/socket`,
    open: (address) => openSocket(address, { cookie }),
  });
  await follow();
  connection.presence('available');

  return {
    agentId: signedIn.body.agentId,
    reply: (conversationId, text) => connection.send({ clientId: newId(), conversationId, text }),
    get: async <Body>(path: string) => (await api.get<Body>(path, { cookie })).body,
    post: async (path) => void (await api.post(path, {}, { cookie })),
    leave: connection.close,
  };

  async function follow(): Promise<void> {
    const { body } = await api.get<InboxPage>('/api/v1/conversations?view=all&limit=1', { cookie });
    connection.subscribe('inbox', body.cursor, {
      onEvents: (events) => events.forEach(onEvent),
      // Only one that comes before the desk is left counts; what was missed is asked for when it is needed.
      onResync: () => void follow().catch(() => {}),
    });
  }
}
