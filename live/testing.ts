/** A server's end of the socket, played by a test. */
import type { ClientFrame, ServerFrame } from '../core/wire.ts';

export class FakeSocket {
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  received: ClientFrame[] = [];
  closed = false;

  send(data: string) {
    this.received.push(JSON.parse(data) as ClientFrame);
  }

  close() {
    this.closed = true;
    this.readyState = 3;
  }

  opened() {
    this.readyState = 1;
    this.onopen?.();
  }

  ready() {
    this.opened();
    this.say({ type: 'ready' });
  }

  say(frame: ServerFrame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  cut(code = 1006) {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  of<Type extends ClientFrame['type']>(type: Type) {
    return this.received.filter(
      (frame): frame is Extract<ClientFrame, { type: Type }> => frame.type === type,
    );
  }
}

export class FakeServer {
  sockets: FakeSocket[] = [];
  addresses: string[] = [];

  open = (url: string): WebSocket => {
    const socket = new FakeSocket();
    this.addresses.push(url);
    this.sockets.push(socket);
    return socket as unknown as WebSocket;
  };

  /** The socket opened last. */
  get socket(): FakeSocket {
    const last = this.sockets.at(-1);
    if (!last) throw new Error('nobody has connected');
    return last;
  }
}
