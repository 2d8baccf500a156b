import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { startChild } from './child.ts';
import { benchSockets } from './sockets.ts';
import { tableOfSockets } from './sockets-report.ts';
import type { Order } from './sockets/crowd.ts';
import { requireOpenFiles } from './sockets/open-files.ts';
import type { Pass } from './sockets/passes.ts';

test('a tiny run weighs both servers with the same clients', async () => {
  const progress: string[] = [];
  const figures = await benchSockets({
    connections: 40,
    settleMs: 100,
    idleMs: 300,
    rounds: 1,
    signal: new AbortController().signal,
    onProgress: (what) => progress.push(what),
  });
  expect(progress.filter((what) => what.includes('/'))).toEqual(['1/1 bare', '1/1 desk']);
  expect(figures).toMatchObject({ desks: 4, widgets: 36 });
  expect(figures.eachRound).toHaveLength(1);
  for (const { processor, residentBytes } of [figures.desk, figures.bare]) {
    expect(processor).toBeGreaterThan(0);
    expect(residentBytes).toBeTypeOf('number'); // of so few it may be anything
  }
}, 120_000);

test('a connection that is lost leaves no figure', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket) => socket.send('{"type":"ready"}'));
  await once(server, 'listening');
  const crowd = startChild('./sockets/crowd.ts');
  try {
    const { port } = server.address() as { port: number };
    const pass: Pass = { kind: 'widget', visitorToken: 't', conversationId: 'c', cursor: '' };
    const url = `ws://127.0.0.1:${port}`;
    expect(await crowd.ask({ do: 'open', url, passes: [pass, pass, pass] } satisfies Order)).toBe(3);
    for (const socket of [...server.clients].slice(1)) socket.terminate();
    await expect
      .poll(() => crowd.ask({ do: 'count' } satisfies Order).catch(String), { timeout: 10_000 })
      .toContain('2 connections were lost');
  } finally {
    await crowd.stop();
    server.close();
  }
});

test('too few open files are told before anything is started, with what to do', () => {
  expect(() => requireOpenFiles(5000, 1024)).toThrow(/ulimit -n 5200.*--connections 800/s);
  expect(() => requireOpenFiles(5000, 5200)).not.toThrow();
  expect(() => requireOpenFiles(5000, Infinity)).not.toThrow();
});

test('the table says what is met', () => {
  const idle = { residentBytes: 20_000, usedBytes: 12_000, processor: 0.05, transactions: 10 };
  const ratio = { memory: 1.5, processor: 3.2 };
  const figures = { desks: 500, widgets: 4500, desk: idle, bare: idle, ratio, eachRound: [] };
  const table = tableOfSockets(figures, { date: 'd', machine: 'm', node: 'n', rounds: 1, idleMs: 20_000 });
  expect(table).toContain('5,000 条连接 = 500 个服务台 + 4,500 个聊天窗口');
  expect(table).toMatch(/desk ÷ bare +1\.50 ✓ +3\.20 ✗/);
});
