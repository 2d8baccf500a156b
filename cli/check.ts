import { once } from 'node:events';
import { nowOf, readCaseLine } from '../core/standard/case-form.ts';
import { review } from '../core/standard/check.ts';
import type { FailedRule, Finding } from '../core/standard/finding.ts';
import type { Io } from './command.ts';
import { linesOf } from './lines.ts';

const usage = `用法：yinuo check < cases.jsonl > findings.jsonl
每行读入一段会话，每行写出一个问题；不需要数据库。

Usage: yinuo check < cases.jsonl > findings.jsonl
Reads a conversation a line and writes a finding a line; needs no database.
`;

/** Reads conversations, writes findings. 0: all lines were read; 1: some were not, or a rule failed; 2: wrong usage. */
export async function checkCommand(argv: string[], io: Io): Promise<number> {
  if (argv.length > 0) {
    const asked = argv.every((word) => word === '--help' || word === '-h');
    (asked ? io.stdout : io.stderr).write(usage);
    return asked ? 0 : 2;
  }
  let code = 0;
  let number = 0;
  for await (const line of linesOf(io.stdin)) {
    number++;
    if (line !== null && line.trim() === '') continue;
    const complain = (complaint: string) => {
      code = 1;
      io.stderr.write(`line ${number}: ${complaint}\n`);
    };
    const findings = line === null ? tooLong(complain) : findingsOf(line, complain);
    if (findings !== '' && !io.stdout.write(findings)) await once(io.stdout, 'drain');
  }
  return code;
}

function findingsOf(line: string, complain: (complaint: string) => void): string {
  const read = readCaseLine(line);
  if ('fault' in read) {
    complain(`${read.fault.field} ${read.fault.why}`);
    return '';
  }
  const { conversation } = read;
  const onFailure = ({ rule, error }: FailedRule) => complain(`${rule} failed to judge: ${String(error)}`);
  const { findings } = review(conversation, nowOf(conversation), { onFailure });
  return findings.map((finding) => `${JSON.stringify(shown(conversation.id, finding))}\n`).join('');
}

function tooLong(complain: (complaint: string) => void): string {
  complain('is longer than 16 MB, so it was skipped; write one conversation a line');
  return '';
}

function shown(conversation: string, { turn, rule, weight, evidence, start, end }: Finding) {
  return { conversation, turn, rule, weight, evidence, start, end };
}
