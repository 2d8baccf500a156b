import type { CheckFigures } from './check.ts';
import type { Conditions } from './report.ts';

export function tableOfCheck(
  figures: CheckFigures,
  { date, machine, node, rounds }: Omit<Conditions, 'seconds'>,
): string {
  const { check, automaton, unionPattern, byAutomaton, byUnionPattern, draft, growth } = figures;
  const rate = (perSecond: number) => `${Math.round(perSecond).toLocaleString('en')}/s`.padStart(14);
  const mark = (met: boolean) => (met ? '✓' : '✗');
  return `${[
    '规范检查：一个核每秒读多少条消息，会话的事实在手边 · The checks: messages a second on one core, facts at hand',
    `${date} · ${machine} · Node ${node} · ${rounds} rounds`,
    '',
    `  check          ${rate(check)}   ${mark(check >= 100_000)} ≥ 100,000/s`,
    `  automaton      ${rate(automaton)}   check ÷ ${byAutomaton.toFixed(3)} ${mark(byAutomaton >= 0.03)} ≥ 0.03`,
    `  union pattern  ${rate(unionPattern)}   check ÷ ${byUnionPattern.toFixed(2)}`,
    `  一条草稿对三十轮 · a draft against 30 turns: p50 ${draft.p50.toFixed(3)} ms, p99 ${draft.p99.toFixed(3)} ms ${mark(draft.p99 < 1)} < 1 ms`,
    `  每轮花费随会话长度 · cost of a turn by the conversation's length: ${growth
      .map(({ turns, byShortest }) => `${turns} × ${byShortest.toFixed(2)}`)
      .join(', ')}`,
  ].join('\n')}\n`;
}
