/** Keeps one socket open: opens, authenticates, notices silence, and opens again. Knows nothing of what it carries. */
import type { ClientFrame, ServerFrame } from '../core/wire.ts';
import { closeCodes } from '../core/wire.ts';
import { longest, retryDelay } from './backoff.ts';
import { startHeartbeat } from './heartbeat.ts';
import { onWake } from './wake.ts';

/**
 * `connecting` until the first success or failure, then `online` or `offline` (trying again by itself);
 * `ended`: signed out, or closed by its owner; nothing more will come.
 */
export type Status = 'connecting' | 'online' | 'offline' | 'ended';

export interface LinkOptions {
  /** The socket's address, with ws(s) or http(s). */
  url: string;
  /** The visitor token for the first frame, asked for at each opening; without it the cookie speaks. */
  authenticate?: () => Promise<string>;
  /** How a socket is opened, where the platform's own `new WebSocket(url)` will not do. */
  open?: (url: string) => WebSocket;
  random?: () => number;
}

export interface Link {
  status(): Status;
  /** Says false where nothing was sent, because it is not online. */
  send(frame: ClientFrame): boolean;
  close(): void;
}

export function keepLink(
  options: LinkOptions,
  onStatus: (status: Status) => void,
  onFrame: (frame: ServerFrame) => void,
): Link {
  const { authenticate, open = (url) => new WebSocket(url), random = Math.random } = options;
  const url = options.url.replace(/^http/, 'ws');
  let status: Status = 'connecting';
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let current: { leave(): void; probe(): void; transmit(frame: ClientFrame): void } | null = null;
  const stopWaking = onWake(() => (current ? current.probe() : start()));
  start();

  function start() {
    clearTimeout(retry);
    const socket = open(url);
    const transmit = (frame: ClientFrame) => {
      if (socket.readyState === 1) socket.send(JSON.stringify(frame));
    };
    const heartbeat = startHeartbeat(() => transmit({ type: 'ping' }), lost);
    current = { leave, transmit, probe: heartbeat.probe };

    socket.onopen = () => {
      authenticate?.().then((visitorToken) => transmit({ type: 'authenticate', visitorToken }), lost);
    };
    socket.onmessage = (message) => {
      heartbeat.heard();
      const frame = JSON.parse(String(message.data)) as ServerFrame;
      // Only a connection that has lasted forgives earlier failures, else one that dies at once is tried without pause.
      if (frame.type === 'pong') failures = 0;
      else if (frame.type === 'ready') become('online');
      onFrame(frame);
    };
    socket.onclose = (event) => {
      if (event.code === closeCodes.unauthenticated) return end();
      lost(event);
    };

    /** A half-dead socket may take minutes to close: nothing is heard of it from here on. */
    function leave() {
      current = null;
      heartbeat.stop();
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }

    function lost(reason?: unknown) {
      if (current?.leave !== leave) return;
      leave();
      const rushed = (reason as { code?: number } | undefined)?.code === closeCodes.tooMany;
      const wait = rushed ? longest : retryDelay(failures++, random);
      retry = setTimeout(start, wait);
      become('offline');
    }
  }

  function end() {
    clearTimeout(retry);
    stopWaking();
    current?.leave();
    become('ended');
  }

  function become(next: Status) {
    if (status === next || status === 'ended') return;
    status = next;
    onStatus(next);
  }

  return {
    status: () => status,
    send(frame) {
      if (status === 'online') current?.transmit(frame);
      return status === 'online';
    },
    close: end,
  };
}
