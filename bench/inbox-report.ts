/** What `bench inbox` measured, as a table. */
import type { InboxFigures } from './inbox.ts';
import { sizes } from './inbox.ts';
import type { Conditions } from './report.ts';

/** Dearer by more than this in the large shop is a failure. */
export const mostGrowth = 1.3;

export function tableOfInbox(
  figures: readonly InboxFigures[],
  { date, machine, node, rounds }: Omit<Conditions, 'seconds'>,
): string {
  const ms = (value: number) => value.toFixed(1).padStart(8);
  const head = sizes.map((size) => size.toLocaleString('en').padStart(18)).join('');
  return `${[
    '会话列表第一页与打开会话：一万个和一百万个会话，毫秒 · First pages and opening a conversation, milliseconds',
    `${date} · ${machine} · Node ${node} · ${rounds} rounds`,
    '',
    `  ${''.padEnd(16)}${head}`,
    `  ${''.padEnd(16)}${sizes.map(() => '     p50     p99  ').join('')}`,
    ...figures.map(
      ({ ask, ms: medians, p99, growth }) =>
        `  ${ask.padEnd(16)}${medians.map((value, i) => `${ms(value)}${ms(p99[i]!)}  `).join('')} × ${growth.toFixed(2)} ${growth <= mostGrowth ? '✓' : '✗'} ≤ ${mostGrowth}`,
    ),
  ].join('\n')}\n`;
}
