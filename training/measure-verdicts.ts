/**
 * Counts false alarms on real chats: judges the chats that are given, and looks up what readers said of each finding.
 *   node training/measure-verdicts.ts CHATS.jsonl …             findings, wrong, unread, by file and by rule
 *   node training/measure-verdicts.ts --unread CHATS.jsonl …    the findings that nobody has read, a line each
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { nowOf, readCaseLine } from '../core/standard/case-form.ts';
import { review } from '../core/standard/check.ts';
import { agreements, keyOf, readVerdicts, type Verdict } from './verdicts.ts';

interface Found {
  file: string;
  key: string;
  rule: string;
  said: readonly Verdict[];
}

const verdicts = readVerdicts();
const files = process.argv.slice(2).filter((argument) => argument !== '--unread');
const read = files.map(judged);
const found = read.flatMap((one) => one.found);
if (process.argv.includes('--unread'))
  for (const { key, said } of found) if (said.length === 0) console.log(key.replaceAll(' ', '\t'));
if (!process.argv.includes('--unread')) tell();

function tell(): void {
  for (const { file, agentTurns } of read)
    console.log(row(file, of(found, 'file', file)), perThousand(of(found, 'file', file), agentTurns));
  const agentTurns = read.reduce((sum, one) => sum + one.agentTurns, 0);
  console.log(row('all', found), perThousand(found, agentTurns), '\n');
  for (const rule of [...new Set(found.map((one) => one.rule))].sort())
    console.log(row(rule, of(found, 'rule', rule)));
  console.log();
  for (const { readers, both, agreed, kappa } of agreements(verdicts.values()))
    console.log(`readers ${readers.join(' and ')}: agree on ${agreed} of ${both}, kappa ${kappa.toFixed(2)}`);
}

function judged(path: string): { file: string; agentTurns: number; found: Found[] } {
  const file = basename(path, '.jsonl');
  let agentTurns = 0;
  const found: Found[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const result = readCaseLine(line);
    if ('fault' in result) throw new Error(`${file}: ${result.fault.field} ${result.fault.why}`);
    const { conversation } = result;
    agentTurns += conversation.turns.filter(({ from }) => from === 'agent').length;
    for (const { rule, turn } of review(conversation, nowOf(conversation)).findings) {
      if (rule.startsWith('merit.')) continue;
      const key = keyOf(conversation.id, turn, rule);
      found.push({ file, key, rule, said: verdicts.get(key) ?? [] });
    }
  }
  return { file, agentTurns, found };
}

/** Wrong where any reader says so: nobody is outvoted. */
function wrongAmong(some: readonly Found[]): number {
  return some.filter(({ said }) => said.some(({ isRight }) => !isRight)).length;
}

function of(all: readonly Found[], by: 'file' | 'rule', name: string): Found[] {
  return all.filter((one) => one[by] === name);
}

function row(name: string, some: readonly Found[]): string {
  const unread = some.filter(({ said }) => said.length === 0).length;
  return `${name.padEnd(28)} ${some.length} findings, ${wrongAmong(some)} wrong, ${unread} unread`;
}

function perThousand(some: readonly Found[], agentTurns: number): string {
  return `in ${agentTurns} agent turns: ${((1000 * wrongAmong(some)) / agentTurns).toFixed(2)} wrong per 1,000`;
}
