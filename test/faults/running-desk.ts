/** The desk as it really runs: processes of its own, that can be killed. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import type { WidgetSession } from '../../core/api.ts';
import type { CustomerMessage } from '../../core/conversations/customer-view.ts';
import { demoPassword } from '../../demo/people.ts';
import type { Connection } from '../../live/connection.ts';
import { connect } from '../../live/connection.ts';
import { findCluster } from '../../server/platform/database/placement.ts';
import { removeCluster } from '../../server/platform/database/testing.ts';
import { until } from '../until.ts';

export interface RunningDesk {
  url: string;
  start(): Promise<void>;
  killServer(): Promise<void>;
  killDatabase(): void;
  /** An orderly stop, and nothing left of it. */
  remove(): Promise<void>;
  signIn(account: string): Promise<Agent>;
  openWidget(visitorToken?: string): Promise<WidgetSession>;
  /** The whole of a visitor's conversation as it is stored. */
  stored(visitorToken: string): Promise<CustomerMessage[]>;
  connectVisitor(visitorToken: string): Connection;
}

export interface Agent {
  agentId: string;
  connection: Connection;
  get<T>(path: string): Promise<T>;
  post(path: string, body?: unknown): Promise<void>;
}

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

export async function makeRunningDesk(): Promise<RunningDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yinuo-faults-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let said = '';

  return {
    url,
    async start() {
      said = '';
      child = spawn(process.execPath, [main, 'start'], {
        env: { PATH: process.env.PATH, HOME: '/', PORT: String(port), YINUO_DATA: dataDir },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout!.on('data', (chunk) => (said += chunk));
      child.stderr!.on('data', (chunk) => (said += chunk));
      await until(
        'the ready line',
        () => {
          if (child!.exitCode !== null) throw new Error(said);
          return /^ready /m.test(said);
        },
        60_000,
      );
    },
    async killServer() {
      const ended = once(child!, 'exit');
      child!.kill('SIGKILL');
      await ended;
    },
    killDatabase: () => void process.kill(postmasterOf(dataDir), 'SIGKILL'),
    async remove() {
      if (child && child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
      await removeCluster(dataDir);
      rmSync(dataDir, { recursive: true });
    },
    async signIn(account) {
      const answer = await call('POST', '/api/v1/auth/sign-in', { account, password: demoPassword });
      const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
      const { agentId } = (await answer.json()) as { agentId: string };
      return {
        agentId,
        connection: connect({ url: `${url}/api/v1/socket`, open: opening({ cookie }) }),
        get: async <T>(path: string) => (await call('GET', path, undefined, { cookie })).json() as Promise<T>,
        post: async (path, body = {}) => void (await call('POST', path, body, { cookie })),
      };
    },
    openWidget,
    async stored(visitorToken) {
      const { view, hasOlder } = await openWidget(visitorToken);
      const messages = view.messages;
      for (let more = hasOlder; more;) {
        const path = `/widget/v1/messages?before=${messages[0]!.seq}`;
        const answer = await call('GET', path, undefined, { authorization: `Bearer ${visitorToken}` });
        const page = (await answer.json()) as { messages: CustomerMessage[]; hasOlder: boolean };
        messages.unshift(...page.messages);
        more = page.hasOlder;
      }
      return messages;
    },
    connectVisitor: (visitorToken) =>
      connect({
        url: `${url}/widget/v1/socket`,
        authenticate: () => Promise.resolve(visitorToken),
        open: opening(),
      }),
  };

  async function openWidget(visitorToken?: string): Promise<WidgetSession> {
    const answer = await call('POST', '/widget/v1/sessions', { shop: 'yunduo', visitorToken });
    return answer.json() as Promise<WidgetSession>;
  }

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(url + path, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}

/** A socket that fails closes; nobody else need be told. */
function opening(headers: Record<string, string> = {}) {
  return (url: string) =>
    new WebSocket(url, { headers }).on('error', () => {}) as unknown as globalThis.WebSocket;
}

function postmasterOf(dataDir: string): number {
  const file = join(findCluster(dataDir)!.data, 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0;
}

/** The clients come back to the address they know, so it must stay the same. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
