/** The two doors for sockets: the desk by its cookie, the widget by its visitor's token. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { parseCookie } from 'cookie';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { refuse } from '../core/refusal.ts';
import { may } from '../core/team/roles.ts';
import type { ClientFrame } from '../core/wire.ts';
import { closeCodes, maxFrameBytes } from '../core/wire.ts';
import type { OriginCheck, StandingBoard } from './modules/channels/index.ts';
import { handleWidgetFrame, visitorOf } from './modules/channels/index.ts';
import type { Conversations } from './modules/conversations/index.ts';
import { handleDeskFrame } from './modules/conversations/index.ts';
import type { Visitor } from './modules/customers/index.ts';
import type { Session, Sessions } from './modules/team/index.ts';
import { sessionCookie } from './modules/team/index.ts';
import { isSameOrigin } from './platform/http/server.ts';
import type { RateLimit } from './platform/http/rate-limit.ts';
import { networkOf } from './platform/http/rate-limit.ts';
import type { Connection } from './platform/sockets/connection.ts';
import { guard } from './platform/sockets/connection.ts';
import type { Hub } from './platform/sockets/hub.ts';
import type { PresenceBoard } from './presence-board.ts';

export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes every socket; clients come back by themselves. */
  stop(): void;
}

export interface SocketsOptions {
  conversations: Conversations;
  hub: Hub;
  sessions: Sessions;
  presence: PresenceBoard;
  standings: StandingBoard;
  origins: OriginCheck;
  limits: { desk: RateLimit; widget: RateLimit; hello: RateLimit };
  onFailure(error: unknown): void;
}

const deskPath = '/api/v1/socket';
const widgetPath = '/widget/v1/socket';
const authenticateWithinMs = 10_000;
const lookForEndedMs = 1_000;

export function openSockets(options: SocketsOptions): Sockets {
  const { conversations, hub, sessions, presence, standings, origins, limits, onFailure } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false });
  /** The connections of each session, with when its person had last changed as it opened. */
  const bySession = new Map<string, Map<Connection, number | null>>();

  sessions.onEnd(closeSession);
  sessions.onPersonChange((sessionId) => openAnew(sessionId));
  // Sessions that were ended on another node, or ran out; people who were changed there.
  const looking = setInterval(() => {
    if (bySession.size === 0) return;
    const asked = [...bySession.keys()];
    sessions.standing(asked).then((standing) => compare(asked, standing), onFailure);
  }, lookForEndedMs);

  return {
    upgrade(request, socket, head) {
      socket.on('error', destroy);
      answer(request, socket, head).catch((error) => {
        onFailure(error);
        reject(socket, 503);
      });
    },
    stop() {
      clearInterval(looking);
      for (const client of server.clients) client.close(closeCodes.goingAway, 'restart');
      const late = setTimeout(() => server.clients.forEach((client) => client.terminate()), 500);
      server.close(() => clearTimeout(late));
    },
  };

  async function answer(request: IncomingMessage, socket: Duplex, head: Buffer) {
    const path = new URL(request.url ?? '/', 'http://desk').pathname;
    if (path !== deskPath && path !== widgetPath) return reject(socket, 404);
    try {
      limits.hello.take(networkOf(request.socket.remoteAddress ?? ''));
    } catch {
      return reject(socket, 429);
    }
    if (path === widgetPath)
      return accept(request, socket, head, (ws) => welcomeVisitor(ws, socket, request));
    const { origin, host } = request.headers;
    if (origin !== undefined && !isSameOrigin(origin, host)) return reject(socket, 403);
    const token = parseCookie(request.headers.cookie ?? '')[sessionCookie];
    const session = token ? await sessions.find(token) : null;
    if (!session) return reject(socket, 401);
    accept(request, socket, head, (ws) => welcomePerson(ws, socket, session));
  }

  /** From here on the socket's errors are the `ws` library's. */
  function accept(request: IncomingMessage, socket: Duplex, head: Buffer, welcome: (ws: WebSocket) => void) {
    server.handleUpgrade(request, socket, head, (ws) => {
      socket.off('error', destroy);
      welcome(ws);
    });
  }

  function welcomePerson(socket: WebSocket, wire: Duplex, session: Session) {
    const { sessionId, person, personChangedAt } = session;
    const connection = guard(socket, {
      limit: limits.desk,
      limitKey: () => person.agentId,
      onFailure,
      wire,
      handle(frame) {
        if (frame.type === 'authenticate' || frame.type === 'ping') return;
        if (frame.type !== 'presence') return handleDeskFrame(conversations, hub, person, connection, frame);
        if (!may(person, 'conversations.reply'))
          refuse({ code: 'forbidden', permission: 'conversations.reply' });
        return presence.set(person, connection, frame.state);
      },
    });
    const others = bySession.get(sessionId) ?? new Map<Connection, number | null>();
    bySession.set(sessionId, others.set(connection, personChangedAt));
    connection.onClose(() => {
      others.delete(connection);
      if (others.size === 0) bySession.delete(sessionId);
      hub.leave(connection);
      presence.leave(person, connection).catch(onFailure);
    });
    connection.send({ type: 'ready' });
  }

  function welcomeVisitor(socket: WebSocket, wire: Duplex, request: IncomingMessage) {
    let visitor: Visitor | null = null;
    // Let go as soon as it is known who they are, the request at once: thousands stay open for hours.
    let stranger: Stranger | null = strangerOf(request, () =>
      connection.close(closeCodes.unauthenticated, 'no token'),
    );
    const connection = guard(socket, {
      limit: limits.widget,
      limitKey: () => visitor?.customerId ?? `address ${stranger?.network}`,
      onFailure,
      wire,
      async handle(frame: ClientFrame) {
        if (frame.type === 'authenticate') {
          if (!stranger)
            return refuse({ code: 'invalid', problems: [{ field: 'type', problem: 'not-allowed' }] });
          const { page, tooLong } = stranger;
          const found = await visitorOf(conversations, frame.visitorToken);
          const allowed = await origins.isAllowed(found.shopId, page);
          if (!allowed) refuse({ code: 'unauthenticated' });
          visitor = found;
          clearTimeout(tooLong);
          stranger = null;
          return connection.send({ type: 'ready' });
        }
        if (!visitor) refuse({ code: 'unauthenticated' });
        if (frame.type === 'ping' || frame.type === 'presence') return;
        return handleWidgetFrame(conversations, hub, standings, visitor, connection, frame);
      },
    });
    connection.onClose(() => {
      clearTimeout(stranger?.tooLong);
      hub.leave(connection);
    });
  }

  function closeSession(sessionId: string) {
    for (const connection of bySession.get(sessionId)?.keys() ?? [])
      connection.close(closeCodes.unauthenticated, 'signed out');
  }

  /** A socket reaches what its person reached when it opened. */
  function openAnew(sessionId: string, changedAt?: number | null) {
    for (const [connection, known] of bySession.get(sessionId) ?? [])
      if (known !== changedAt) connection.close(closeCodes.personChanged, 'person changed');
  }

  function compare(asked: string[], standing: Map<string, number | null>) {
    for (const sessionId of asked) {
      const changedAt = standing.get(sessionId);
      if (changedAt === undefined) closeSession(sessionId);
      else openAnew(sessionId, changedAt);
    }
  }
}

/** Who has not said yet whose widget they are: the page that speaks for them, and for how long. */
interface Stranger {
  network: string;
  page: { origin?: string; host?: string };
  tooLong: NodeJS.Timeout;
}

function strangerOf({ headers, socket }: IncomingMessage, end: () => void): Stranger {
  return {
    network: networkOf(socket.remoteAddress ?? ''),
    page: { origin: headers.origin, host: headers.host },
    tooLong: setTimeout(end, authenticateWithinMs),
  };
}

function destroy(this: Duplex): void {
  this.destroy();
}

function reject(socket: Duplex, status: number): void {
  const words: Record<number, string> = {
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    429: 'Too Many Requests',
    503: 'Service Unavailable',
  };
  socket.end(`HTTP/1.1 ${status} ${words[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
