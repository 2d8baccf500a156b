import type { Conditions } from './report.ts';
import type { SearchFigures } from './search.ts';

/** The newest fifty, with all that is shown of them. */
const wantedMs = 20;

export function tableOfSearch(
  { messages, filedPerSecond, bytes, results }: SearchFigures,
  { date, machine, node, rounds }: Omit<Conditions, 'seconds'>,
): string {
  const ms = (value: number) => value.toFixed(1).padStart(9);
  const ratio = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ×`.padStart(9);
  const perMessage = (total: number) => Math.round(total / messages);
  return `${[
    '搜索：最新 50 条，经过店铺之间的墙，含显示所需的一切；毫秒 · Search: the newest 50, through the wall, with all that is shown; ms',
    `${date} · ${machine} · Node ${node} · ${messages.toLocaleString('en')} messages · ${rounds} rounds`,
    '',
    ['hits', 'p50', 'p99', 'reach p50', 'ilike', '÷ desk', 'trigram', '÷ desk']
      .map((name) => name.padStart(9))
      .join(''),
    ...results.flatMap(({ name, q, hits, desk, withinReach, ilike, trigram }) => [
      `${desk.p50 < wantedMs ? '✓' : '✗'} ${name}: ${q}`,
      String(hits).padStart(9) +
        ms(desk.p50) +
        ms(desk.p99) +
        ms(withinReach.p50) +
        ms(ilike) +
        ratio(ilike / desk.p50) +
        ms(trigram) +
        ratio(trigram / desk.p50),
    ]),
    '',
    `✓ p50 < ${wantedMs} ms · reach: 只看一个组的客服 an agent of one group`,
    'ilike: 同样穿过墙，按时间索引从新到旧 through the wall as well, newest first by an index of its own',
    'trigram: pg_trgm，在墙外（墙内计划器不能用它的索引）in front of the wall, since behind it the planner may not use its index',
    `建索引 filed: ${Math.round(filedPerSecond).toLocaleString('en')}/s · 每条 a message: ${perMessage(bytes.index)} B of index, ${perMessage(bytes.messages)} B of message`,
  ].join('\n')}\n`;
}
