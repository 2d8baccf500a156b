/**
 * One socket, guarded: frames are bounded in size and rate, what goes out is bounded in memory,
 * and a peer that has silently gone is noticed.
 */
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { Refused } from '../../../core/refusal.ts';
import type { ClientFrame, ServerFrame } from '../../../core/wire.ts';
import { closeCodes } from '../../../core/wire.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { namesIn, parseFrame } from './frames.ts';

export interface Connection {
  send(frame: ServerFrame): void;
  /** A frame that was written out before, for many readers. */
  sendText(frame: string): void;
  close(code: number, reason: string): void;
  onClose(listener: () => void): void;
  isOpen(): boolean;
}

export interface ConnectionOptions {
  limit: RateLimit;
  /** Frames are counted by who sends, so that another socket gives no other allowance. */
  limitKey(): string;
  handle(frame: ClientFrame): Promise<void> | void;
  onFailure(error: unknown): void;
  /** The stream below the socket. */
  wire: Duplex;
}

/** A reader this far behind is cut off; it comes back and resumes from its cursor. */
const mostBuffered = 4 * 1024 * 1024;
const pingEveryMs = 20_000;

export function guard(socket: WebSocket, options: ConnectionOptions): Connection {
  const { limit, limitKey, handle, onFailure, wire } = options;
  let held = false;
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
    send: (frame) => connection.sendText(JSON.stringify(frame)),
    sendText(text) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > mostBuffered) {
        // The close frame would wait behind everything that is not being read.
        socket.close(closeCodes.tooSlow, 'too slow');
        socket.terminate();
        return;
      }
      hold();
      socket.send(text);
    },
    close: (code, reason) => socket.close(code, reason),
    onClose: (listener) => void socket.on('close', listener),
    isOpen: () => socket.readyState === socket.OPEN,
  };
  return connection;

  /** Frames of the same turn of the event loop leave together: writing to the network costs more than making them. */
  function hold() {
    if (held) return;
    held = true;
    wire.cork();
    process.nextTick(() => {
      held = false;
      wire.uncork();
    });
  }

  async function receive(data: RawData, isBinary: boolean) {
    // Once closed nothing is taken any more, even from a peer that does not answer the close.
    if (socket.readyState !== socket.OPEN) return;
    const text = isBinary ? '' : String(data);
    try {
      limit.take(limitKey());
      const frame = parseFrame(text);
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
      connection.send({ type: 'refused', ...namesIn(text), refusal: error.refusal });
    }
  }
}
