import { WebSocket as Socket } from 'ws';

/** A socket as a browser's, with headers of our own. One that fails closes; the connection above it tries again. */
export function openSocket(address: string, headers: Record<string, string> = {}): WebSocket {
  const socket = new Socket(address, { headers });
  socket.on('error', () => {});
  return socket as unknown as WebSocket;
}
