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
  return new Guarded(socket, options);
}

/** A class, since thousands stay open for hours: functions of its own for each connection would weigh as much as its socket. */
class Guarded implements Connection {
  readonly #socket: WebSocket;
  readonly #options: ConnectionOptions;
  #held = false;
  #answered = true;

  constructor(socket: WebSocket, options: ConnectionOptions) {
    this.#socket = socket;
    this.#options = options;
    const pinging = setInterval(() => this.#ping(), pingEveryMs);
    socket.on('pong', () => (this.#answered = true));
    socket.on('close', () => clearInterval(pinging));
    socket.on('error', terminate);
    socket.on('message', (data, isBinary) => void this.#receive(data, isBinary));
  }

  send(frame: ServerFrame) {
    this.sendText(JSON.stringify(frame));
  }

  sendText(text: string) {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > mostBuffered) {
      // The close frame would wait behind everything that is not being read.
      socket.close(closeCodes.tooSlow, 'too slow');
      socket.terminate();
      return;
    }
    this.#hold();
    socket.send(text);
  }

  close(code: number, reason: string) {
    this.#socket.close(code, reason);
  }

  onClose(listener: () => void) {
    this.#socket.on('close', listener);
  }

  isOpen() {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  #ping() {
    if (!this.#answered) return this.#socket.terminate();
    this.#answered = false;
    this.#socket.ping();
  }

  /** Frames of the same turn of the event loop leave together: writing to the network costs more than making them. */
  #hold() {
    if (this.#held) return;
    this.#held = true;
    const { wire } = this.#options;
    wire.cork();
    process.nextTick(() => {
      this.#held = false;
      wire.uncork();
    });
  }

  async #receive(data: RawData, isBinary: boolean) {
    // Once closed nothing is taken any more, even from a peer that does not answer the close.
    if (!this.isOpen()) return;
    const { limit, limitKey, handle, onFailure } = this.#options;
    const text = isBinary ? '' : String(data);
    try {
      limit.take(limitKey());
      const frame = parseFrame(text);
      if (frame.type === 'ping') return this.send({ type: 'pong' });
      await handle(frame);
    } catch (error) {
      if (!(error instanceof Refused)) {
        onFailure(error);
        // Nothing was promised: the client sends again after it has reconnected.
        return this.close(1011, 'failed');
      }
      if (error.refusal.code === 'too-many') return this.close(closeCodes.tooMany, 'too many frames');
      if (error.refusal.code === 'unauthenticated')
        return this.close(closeCodes.unauthenticated, 'not signed in');
      this.send({ type: 'refused', ...namesIn(text), refusal: error.refusal });
    }
  }
}

function terminate(this: WebSocket) {
  this.terminate();
}
