import { describe, expect, test } from 'vitest';
import type { Conversation, Turn } from '../core/standard/facts.ts';
import type { Rule } from '../core/standard/rule.ts';
import { rules } from '../core/standard/rules/index.ts';
import { closedScene } from '../core/standard/scene.ts';
import { foundBy } from './conversation-cases.ts';

/** Ten in the morning of a Wednesday: what the times of the lines count from. */
export const start = Date.parse('2026-11-18T10:00:00+08:00');

/**
 * Conversations with times, a line each: `1:20-1:35 customer: …` was said from 80 to 95 seconds after ten; without a time
 * it is unknown. A finding is expected where a line begins with `!`; `2:00 ended by agent` closes.
 */
export function timedCases(rule: Rule, channel: Conversation['channel'], cases: string[][]): void {
  describe(rule.id, () => {
    test('is in the list of rules', () => expect(rules).toContain(rule));
    test.each(cases.map((lines) => [lines.join(' / '), lines] as const))('%s', (_, lines) => {
      const scene = closedScene(conversationOf(lines, channel), 0);
      expect(foundBy(rule, scene)).toEqual(
        lines.flatMap((line, turn) => (line.startsWith('!') ? [turn] : [])),
      );
    });
  });
}

export function conversationOf(lines: string[], channel: Conversation['channel']): Conversation {
  const end = /^(?:([\d:]+) )?ended by (\w+)$/.exec(lines.at(-1)!);
  const spoken = end ? lines.slice(0, -1) : lines;
  const ended = end && { by: end[2] as 'agent', ...(end[1] && { at: moment(end[1]) }) };
  return {
    id: 'case',
    lang: /[\u3400-\u9fff]/.test(lines.join('')) ? 'zh' : 'en',
    channel,
    hours: 'always',
    turns: spoken.map(turnOf),
    ...(ended && { ended }),
  };
}

function turnOf(line: string): Turn {
  const form = /^!? ?(?:([\d:]+)(?:-([\d:]+))? )?(customer|agent|system): ?(.*)$/s.exec(line);
  if (!form) throw new Error(`a line begins with a time and who says it: ${line}`);
  const [, at, until, from, text] = form;
  return {
    from: from as Turn['from'],
    text: text!,
    ...(at && { at: moment(at) }),
    ...(until && { until: moment(until) }),
  };
}

/** `1:20` is 80 seconds after the start, `1:00:00` an hour. */
function moment(clock: string): number {
  return start + clock.split(':').reduce((total, part) => total * 60 + Number(part), 0) * 1000;
}
