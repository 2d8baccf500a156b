/** Lines to measure by: a customer's message and the answer, with the rule that the answer breaks, or `ok`. */
import { readFileSync } from 'node:fs';
import { review } from '../core/standard/check.ts';
import type { Lang } from '../core/standard/facts.ts';

export interface Probe {
  /** The rule, or `ok` for an answer that breaks none of those measured. */
  label: string;
  before: string;
  text: string;
  /** The measured rules that are found in the answer. */
  found: readonly string[];
}

const measured = [
  'attitude.insult',
  'attitude.rhetorical',
  'attitude.impatient',
  'attitude.threat',
  'attitude.shirk',
  'redline.order-closed',
  'emotion.unsoothed',
];

/** `read`: those that the rules were mended by; `kept`: those that were only ever counted. */
export function probesOf(name: 'read' | 'kept'): Probe[] {
  return readFileSync(new URL(`probes/${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [label, lang, before, text] = line.split('\t') as [string, Lang, string, string];
      return { label, before, text, found: foundIn(lang, before, text) };
    });
}

function foundIn(lang: Lang, before: string, text: string): string[] {
  const at = Date.UTC(2026, 10, 11, 2);
  const { findings } = review(
    {
      id: 'probe',
      lang,
      channel: 'chat',
      hours: 'always',
      turns: [
        { from: 'customer', text: before, at },
        { from: 'agent', text, at: at + 20_000 },
      ],
    },
    at + 60_000,
  );
  return [...new Set(findings.map(({ rule }) => rule as string).filter((rule) => measured.includes(rule)))];
}

/** Of each label's lines, how many come out as they should. */
export function tally(probes: readonly Probe[]): Map<string, { found: number; all: number }> {
  const counts = new Map<string, { found: number; all: number }>();
  for (const probe of probes) {
    const count = counts.get(probe.label) ?? { found: 0, all: 0 };
    count.all++;
    if (isRight(probe)) count.found++;
    counts.set(probe.label, count);
  }
  return counts;
}

export const missed = (probes: readonly Probe[]) => probes.filter((probe) => !isRight(probe));

const isRight = ({ label, found }: Probe) =>
  label === 'ok' ? found.length === 0 : found.some((rule) => rule.split('.')[1] === label);
