/** A socket as a test holds it: every frame it got, and waiting for the one that should come. */
import type { ClientRequest, IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { Event, EventType } from '../core/events.ts';
import type { ClientFrame, Cursor, ServerFrame, Topic } from '../core/wire.ts';
import { until } from './until.ts';

type Of<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>;

export class TestSocket {
  readonly raw: WebSocket;
  readonly frames: ServerFrame[] = [];
  /** The code it was closed with; null: it is open. */
  closed: number | null = null;
  #made = 0;

  constructor(raw: WebSocket, onText: (text: string) => void = () => {}) {
    this.raw = raw;
    raw.on('message', (data) => {
      onText(String(data));
      this.frames.push(JSON.parse(String(data)) as ServerFrame);
    });
    raw.on('close', (code) => (this.closed = code));
    raw.on('error', () => {});
  }

  send(frame: ClientFrame): void {
    this.raw.send(JSON.stringify(frame));
  }

  /** Words that no client of ours would send. */
  sendText(text: string): void {
    this.raw.send(text);
  }

  of<Type extends ServerFrame['type']>(type: Type): Of<Type>[] {
    return this.frames.filter((frame): frame is Of<Type> => frame.type === type);
  }

  /** The first frame of the type that fits, now or later. */
  frame<Type extends ServerFrame['type']>(
    type: Type,
    fits: (frame: Of<Type>) => boolean = () => true,
  ): Promise<Of<Type>> {
    return until(`a ${type} frame`, () => this.of(type).find(fits));
  }

  /** Everything that was delivered, in the order in which it came. */
  get events(): Event[] {
    return this.of('events').flatMap((frame) => frame.events);
  }

  event<Type extends EventType>(
    type: Type,
    fits: (event: Extract<Event, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<Event, { type: Type }>> {
    return until(`the event ${type}`, () =>
      this.events.find(
        (event): event is Extract<Event, { type: Type }> =>
          event.type === type && fits(event as Extract<Event, { type: Type }>),
      ),
    );
  }

  /** Listens, and answers with the subscription's name. What was missed has come when `caughtUp` has. */
  subscribe(topic: Topic, after: Cursor): string {
    const id = `s${++this.#made}`;
    this.send({ type: 'subscribe', id, topic, after });
    return id;
  }

  /** All frames sent before were read by the server. */
  async roundTrip(): Promise<void> {
    const before = this.of('pong').length;
    this.send({ type: 'ping' });
    await until('a pong', () => this.of('pong').length > before);
  }

  /** Sends a message and waits for the answer to it, whichever it is. */
  async say(
    conversationId: string,
    text: string,
    more: Partial<Extract<ClientFrame, { type: 'send' }>> = {},
  ): Promise<Of<'ack'> | Of<'refused'>> {
    const clientId = more.clientId ?? `test-${crypto.randomUUID()}`;
    const from = this.frames.length;
    this.send({ type: 'send', clientId, conversationId, text, ...more });
    return until(`the answer to ${clientId}`, () =>
      this.frames
        .slice(from)
        .find(
          (frame): frame is Of<'ack'> | Of<'refused'> =>
            (frame.type === 'ack' || frame.type === 'refused') && frame.clientId === clientId,
        ),
    );
  }

  async end(): Promise<void> {
    this.raw.close();
    await until('the close', () => this.closed !== null);
  }
}

/** Opens a socket; where the server refuses the upgrade, the status it answered with. */
export function openSocket(
  url: string,
  headers: Record<string, string> = {},
  onText?: (text: string) => void,
): Promise<TestSocket | number> {
  return new Promise((resolve, reject) => {
    const raw = new WebSocket(url, { headers });
    const socket = new TestSocket(raw, onText);
    raw.on('open', () => resolve(socket));
    raw.on('unexpected-response', (_: ClientRequest, response: IncomingMessage) => {
      response.resume();
      raw.terminate();
      resolve(response.statusCode ?? 0);
    });
    raw.on('error', reject);
  });
}
