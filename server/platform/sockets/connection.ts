/**
 * One socket, guarded: frames are bounded in size and rate, what goes out is bounded in memory,
 * and a peer that has silently gone is noticed.
 */
import type { RawData, WebSocket } from 'ws';
import { Refused } from '../../../core/refusal.ts';
import type { ClientFrame, ServerFrame } from '../../../core/wire.ts';
import { closeCodes } from '../../../core/wire.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { parseFrame } from './frames.ts';

export interface Connection {
  readonly id: string;
  send(frame: ServerFrame): void;
  /** A frame that was written out before, for many readers. */
  sendText(frame: string): void;
  close(code: number, reason: string): void;
  onClose(listener: () => void): void;
}

export interface ConnectionOptions {
  id: string;
  limit: RateLimit;
  /** Frames are counted by who sends, so that another socket gives no other allowance. */
  limitKey(): string;
  handle(frame: ClientFrame): Promise<void> | void;
  onFailure(error: unknown): void;
}

/** A reader this far behind is cut off; it comes back and resumes from its cursor. */
const mostBuffered = 4 * 1024 * 1024;
const pingEveryMs = 20_000;

export function guard(socket: WebSocket, options: ConnectionOptions): Connection {
  const { id, limit, limitKey, handle, onFailure } = options;
  let answered = true;
  const pinging = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, pingEveryMs);
  socket.on('pong', () => (answered = true));
  socket.on('close', () => clearInterval(pinging));
  socket.on('error', () => socket.terminate());
  socket.on('message', (data, isBinary) => void receive(data, isBinary));

  const connection: Connection = {
    id,
    send: (frame) => connection.sendText(JSON.stringify(frame)),
    sendText(text) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > mostBuffered) {
        // The close frame would wait behind everything that is not being read.
        socket.close(closeCodes.tooSlow, 'too slow');
        socket.terminate();
        return;
      }
      socket.send(text);
    },
    close: (code, reason) => socket.close(code, reason),
    onClose: (listener) => void socket.on('close', listener),
  };
  return connection;

  async function receive(data: RawData, isBinary: boolean) {
    let frame: ClientFrame | undefined;
    try {
      limit.take(limitKey());
      frame = parseFrame(isBinary ? '' : String(data));
      if (frame.type === 'ping') return connection.send({ type: 'pong' });
      await handle(frame);
    } catch (error) {
      if (!(error instanceof Refused)) {
        onFailure(error);
        // Nothing was promised: the client sends again after it has reconnected.
        return connection.close(1011, 'failed');
      }
      if (error.refusal.code === 'too-many') return connection.close(closeCodes.tooMany, 'too many frames');
      if (error.refusal.code === 'unauthenticated')
        return connection.close(closeCodes.unauthenticated, 'not signed in');
      const clientId = frame?.type === 'send' ? frame.clientId : null;
      const subscription = frame?.type === 'subscribe' ? frame.id : undefined;
      connection.send({ type: 'refused', clientId, id: subscription, refusal: error.refusal });
    }
  }
}
