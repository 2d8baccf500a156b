import type { Tally } from './import-lines.ts';

/** What an import did, in both languages. */
export function summary(tally: Tally): string {
  const { imported, alreadyThere, skipped, untimed, stopped } = tally;
  const average = imported === 0 ? '–' : (tally.points / imported).toFixed(1);
  const lines = [
    `导入 ${imported} 段会话，平均得分 ${average}；已有 ${alreadyThere} 段，跳过 ${skipped} 行。`,
    `Imported ${imported} conversations, average score ${average}; ${alreadyThere} were already there, ${skipped} lines were skipped.`,
  ];
  if (untimed > 0) {
    lines.push(
      `其中 ${untimed} 段没有时间：与时间有关的规则未评。`,
      `${untimed} of them have no times: the timing rules were not judged.`,
    );
  }
  if (stopped) {
    lines.push(
      '已按要求停止，没有留下半段会话；再执行一次同样的命令即可接着导入。',
      'Stopped as asked; no conversation is there by half. Run the same command again to go on.',
    );
  }
  return `${lines.join('\n')}\n`;
}
