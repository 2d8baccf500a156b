/** A plain client's socket: no reconnecting, since a server that goes away spoils the measurement. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ClientFrame, ServerFrame } from '../../core/wire.ts';

export interface Socket {
  send(frame: ClientFrame): void;
  /** The next frame of this type. */
  next(type: ServerFrame['type']): Promise<ServerFrame>;
  on(listener: (frame: ServerFrame) => void): void;
  close(): Promise<void>;
}

export async function openSocket(
  url: string,
  headers: Record<string, string>,
  onClose: (reason: string) => void,
): Promise<Socket> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  const listeners = new Set<(frame: ServerFrame) => void>();
  let closing = false;
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as ServerFrame;
    for (const listener of listeners) listener(frame);
  });
  socket.on('close', (code, reason) => closing || onClose(`socket closed: ${code} ${reason}`));
  await once(socket, 'open');
  return {
    send: (frame) => socket.send(JSON.stringify(frame)),
    next: (type) =>
      new Promise((resolve) => {
        listeners.add(function hear(frame) {
          if (frame.type !== type) return;
          listeners.delete(hear);
          resolve(frame);
        });
      }),
    on: (listener) => void listeners.add(listener),
    async close() {
      closing = true;
      socket.close();
      await once(socket, 'close');
    },
  };
}
