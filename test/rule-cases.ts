import { describe, expect, test } from 'vitest';
import { check, review } from '../core/standard/check.ts';
import type { Facts, Turn } from '../core/standard/facts.ts';
import type { Finding } from '../core/standard/finding.ts';
import type { Rule } from '../core/standard/rule.ts';
import { rules } from '../core/standard/rules/index.ts';
import { suggest } from '../core/standard/suggest.ts';

/** What was said before, a line each ("customer: …"), then the words to judge, and what else is known. */
export interface Case {
  before?: string[];
  text: string;
  facts?: Partial<Facts>;
}

type Line = string | Case;

/** Judges each text as an agent's draft: nothing may be found in `passes`, something in each of `fails`. */
export function draftCases(rule: Rule, { passes, fails }: { passes: Line[]; fails: Line[] }): void {
  cases(rule, { passes, fails }, (facts, text) => check({ text }, facts, 0, { rules: [rule] }));
  betterSentences(rule, fails.map(caseOf));
}

/** Judges each text as the last turn of an episode, said by whom `says`. */
export function turnCases(
  rule: Rule,
  says: Turn['from'],
  { passes, fails }: { passes: Line[]; fails: Line[] },
): void {
  cases(rule, { passes, fails }, (facts, text) => {
    const turns: Turn[] = [...facts.turns, { from: says, text }];
    return review({ ...facts, id: 'case', turns }, 0, { rules: [rule] }).findings.filter(
      ({ turn }) => turn === turns.length - 1,
    );
  });
}

/** The facts of a case: a chat that is open day and night, in the language of its words. */
export function factsOf({ before = [], text, facts }: Case): Facts {
  const lang = /[\u3400-\u9fff]/.test([...before, text].join('')) ? 'zh' : 'en';
  return { lang, channel: 'chat', hours: 'always', turns: before.map(turnOf), ...facts };
}

export const caseOf = (line: Line): Case => (typeof line === 'string' ? { text: line } : line);

function cases(
  rule: Rule,
  lists: { passes: Line[]; fails: Line[] },
  judge: (facts: Facts, text: string) => Finding[],
): void {
  describe(rule.id, () => {
    test('is in the list of rules', () => expect(rules).toContain(rule));
    describe('passes', () => {
      for (const line of lists.passes.map(caseOf)) {
        test(title(line), () => expect(judge(factsOf(line), line.text)).toEqual([]));
      }
    });
    describe('fails', () => {
      for (const line of lists.fails.map(caseOf)) {
        test(title(line), () => {
          const findings = judge(factsOf(line), line.text);
          expect(findings.map(({ rule: found }) => found)).toContain(rule.id);
          for (const { start, end, evidence } of findings) expect(line.text.slice(start, end)).toBe(evidence);
        });
      }
    });
  });
}

function turnOf(line: string): Turn {
  const [, from, text] = /^(customer|agent|system): ?(.*)$/s.exec(line) ?? [];
  if (from === undefined) throw new Error(`a line begins with who says it: ${line}`);
  return { from: from as Turn['from'], text: text! };
}

/** For each draft that fails, two sentences that pass every rule; other cases get others. */
function betterSentences(rule: Rule, fails: Case[]): void {
  test(`${rule.id}: each draft that fails has two better sentences`, () => {
    const offered = fails.map((line) => {
      const facts = factsOf(line);
      const better = suggest(line, check(line, facts, 0), facts, 0);
      expect(new Set(better).size, title(line)).toBe(2);
      for (const text of better) expect(check({ text }, facts, 0), text).toEqual([]);
      return better.join('\n');
    });
    expect(new Set(offered).size).toBeGreaterThanOrEqual(fails.length * 0.9);
  });
}

const title = ({ before = [], text }: Case) => [...before, text].join(' / ');
