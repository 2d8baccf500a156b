import { describe, expect, test } from 'vitest';
import type { CustomerReading } from '../core/standard/customer/reading.ts';
import type { Slot } from '../core/standard/customer/slot.ts';
import type { Conversation, Turn } from '../core/standard/facts.ts';
import { isDissatisfied, type Mood } from '../core/standard/mood.ts';
import type { Rule, Scene } from '../core/standard/rule.ts';
import { rules } from '../core/standard/rules/index.ts';
import { closedScene, eachBefore } from '../core/standard/scene.ts';

/**
 * Conversations, a line each. What the customer's words mean is given, so that a rule is tested on its own:
 * `customer (dissatisfied refuses): …`. A finding is expected where a line begins with `!`; `ended by agent` closes.
 */
export function conversationCases(rule: Rule, conversations: string[][]): void {
  describe(rule.id, () => {
    test('is in the list of rules', () => expect(rules).toContain(rule));
    test.each(conversations.map((lines) => [lines.join(' / '), lines] as const))('%s', (_, lines) => {
      expect(foundBy(rule, sceneOf(lines))).toEqual(expectedIn(lines));
    });
  });
}

/** The turns at which a rule finds something in a review. */
export function foundBy(rule: Rule, scene: Scene): number[] {
  const turns: number[] = [];
  for (const { message, before } of eachBefore(scene)) {
    const judgesDraft = rule.draft && !rule.hints && message.from === 'agent';
    const drafts = judgesDraft ? rule.draft!(message, before) : [];
    for (const { start, end } of [...drafts, ...(rule.turn?.(message, scene) ?? [])]) {
      expect(message.text.slice(start, end), 'the words it points at').not.toBe('');
      turns.push(message.turn);
    }
  }
  return [...turns, ...(rule.conversation?.(scene) ?? []).map(({ turn }) => turn)];
}

export function sceneOf(lines: string[]): Scene {
  const spoken = spokenIn(lines).map(read);
  const end = /^ended by (\w+)$/.exec(lines.at(-1)!)?.[1] as 'agent' | 'customer' | undefined;
  const conversation: Conversation = {
    id: 'case',
    lang: /[\u3400-\u9fff]/.test(lines.join('')) ? 'zh' : 'en',
    channel: 'chat',
    hours: 'always',
    turns: spoken.map(({ turn }) => turn),
    ...(end && { ended: { by: end } }),
  };
  return { ...closedScene(conversation, 0), customer: (turn) => spoken[turn]!.meaning };
}

const spokenIn = (lines: string[]) => lines.filter((line) => !line.startsWith('ended by '));

const expectedIn = (lines: string[]) =>
  spokenIn(lines).flatMap((line, turn) => (line.startsWith('!') ? [turn] : []));

function read(line: string): { turn: Turn; meaning: CustomerReading } {
  const [, from, state = '', text] =
    /^!? ?(customer|agent|system)(?: \(([^)]*)\))?: ?(.*)$/s.exec(line) ?? [];
  if (from === undefined) throw new Error(`a line begins with who says it: ${line}`);
  const turn = { from: from as Turn['from'], text: text! };
  return { turn, meaning: meaningOf(state.split(' '), { start: 0, end: text!.length }) };
}

function meaningOf(states: string[], all: { start: number; end: number }): CustomerReading {
  const has = (state: string) => states.includes(state);
  const mark = (state: string) => (has(state) ? all : null);
  const given = states.find((state) => state.startsWith('gives='))?.slice('gives='.length);
  const mood = (['uneasy', 'dissatisfied', 'strong'] as Mood[]).find(has) ?? 'calm';
  return {
    mood,
    upset: isDissatisfied(mood),
    complains: mark('complains'),
    asksForChannel: has('asks-channel'),
    wantsPerson: has('wants-person'),
    refuses: mark('refuses'),
    accepts: has('accepts'),
    harm: mark('harm'),
    doubts: mark('doubts'),
    courtesy: has('thanks') ? 'thanks' : has('assent') ? 'assent' : null,
    asks: has('asks'),
    wantsOrderChanged: false,
    gives: given ? (given.split('+') as Slot[]) : [],
  };
}
