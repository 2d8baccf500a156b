/** What `bench sockets` measured, as a table. */
import type { Conditions } from './report.ts';
import type { Idle, SocketFigures } from './sockets.ts';

/** As many times the bare server's memory and processor time, and no more. */
export const mostTimes = 3;

export function tableOfSockets(
  { desks, widgets, desk, bare, ratio }: SocketFigures,
  { date, machine, node, rounds, idleMs }: Omit<Conditions, 'seconds'> & { idleMs: number },
): string {
  const count = (value: number) => value.toLocaleString('en');
  const row = (name: string, { residentBytes, usedBytes, processor, transactions }: Idle) =>
    `  ${name.padEnd(12)}${cell(residentBytes / 1000)}${cell(usedBytes / 1000)}${cell(processor * 100)}${cell(transactions)}`;
  const times = (value: number) => `${value.toFixed(2)} ${value <= mostTimes ? '✓' : '✗'}`.padStart(12);
  return `${[
    '空闲连接：内存和处理器 · Idle connections: memory and processor',
    `${count(desks + widgets)} 条连接 = ${count(desks)} 个服务台 + ${count(widgets)} 个聊天窗口 · ${count(desks)} desks + ${count(widgets)} widgets`,
    `${date} · ${machine} · Node ${node} · ${rounds} × ${idleMs / 1000} s`,
    '',
    `  ${''.padEnd(12)}${['kB', 'kB in use', '% of a core', 'commits/s'].map((name) => name.padStart(12)).join('')}`,
    row('desk', desk),
    row('bare ws', bare),
    `  ${'desk ÷ bare'.padEnd(12)}${times(ratio.memory)}${''.padEnd(12)}${times(ratio.processor)}   (≤ ${mostTimes})`,
    '',
    'kB：每条连接占服务进程的常驻内存，其中在用的对象和缓冲；处理器为整个服务进程，含与连接数无关的部分',
    "kB of the server's resident memory for each connection, and how much of it is in use; the processor is all of the server's,",
    'the part that has nothing to do with connections as well. Both answer a ping every 10 s and ask every 20 s.',
  ].join('\n')}\n`;
}

const cell = (value: number) => value.toFixed(1).padStart(12);
