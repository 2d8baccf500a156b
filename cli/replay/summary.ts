import { refusalWords } from '../../core/words/refusals.ts';
import type { Figures, Speaker } from './figures.ts';
import { percentile } from './figures.ts';

/** What a replay did, in both languages. */
export function summary(figures: Figures, stopped: boolean): string {
  const { played, sent, acknowledged, blocked, alerts, skipped, waits, missed, refused } = figures;
  const of = (side: Speaker) => `${acknowledged[side]}/${sent[side]}`;
  const lines = [
    `播放 ${played} 段会话。已确认/已发送：顾客 ${of('customer')}，客服 ${of('agent')}（其中 ${blocked} 条被拦下，已改发建议句）。`,
    `确认用时 p50/p99：顾客 ${times(figures, 'customer')}，客服 ${times(figures, 'agent')}。看到 ${alerts.size} 个警报；${skipped} 句无法实时播放，已略过；${waits} 次按要求放慢。`,
    `Played ${played} conversations. Acknowledged/sent: customers ${of('customer')}, agents ${of('agent')} (${blocked} of these were blocked and a suggested sentence sent instead).`,
    `Time to the acknowledgement, p50/p99: customers ${times(figures, 'customer')}, agents ${times(figures, 'agent')}. ${alerts.size} alerts seen; ${skipped} turns can't be played live and were left out; slowed down ${waits} times as asked.`,
  ];
  if (missed > 0) {
    lines.push(
      `有 ${missed} 条消息顾客没有按顺序看到。`,
      `${missed} messages were not seen in their place by the customer.`,
    );
  }
  for (const refusal of refused) {
    lines.push(
      `意外被拒 ${refusal.code}：${refusalWords(refusal, 'zh')}`,
      `Refused unexpectedly, ${refusal.code}: ${refusalWords(refusal, 'en')}`,
    );
  }
  if (stopped)
    lines.push('已按要求停止，进行中的会话没有播完。', 'Stopped as asked, with conversations unfinished.');
  return `${lines.join('\n')}\n`;
}

function times({ ackMs }: Figures, side: Speaker): string {
  return [50, 99].map((percent) => shown(percentile(ackMs[side], percent))).join('/');
}

const shown = (ms: number | null) => (ms === null ? '–' : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`);
