import { parseArgs } from 'node:util';
import type { Standard } from '../core/standard/apply-settings.ts';
import { nowOf, readCaseLine } from '../core/standard/case-form.ts';
import { review } from '../core/standard/check.ts';
import type { FailedRule, Finding } from '../core/standard/finding.ts';
import { CaseReport } from './check/cases.ts';
import { readStandard } from './check/standard.ts';
import type { Io } from './command.ts';
import { answerLines, type Complain, tooLong } from './lines.ts';
import { linesOfFiles } from './source-lines.ts';

const usage = `用法：yinuo check [--standard 设置.json] < cases.jsonl > findings.jsonl
      yinuo check [--standard 设置.json] --cases cases.jsonl
每行读入一段会话，每行写出一个问题；不需要数据库。
--cases     会话带有人工结论（expect、free），按规则列出漏判和误判；有任何一处就以 1 退出。
--standard  按店铺自己的设置判断（GET /api/v1/standard 的内容）。

Usage: yinuo check [--standard settings.json] < cases.jsonl > findings.jsonl
       yinuo check [--standard settings.json] --cases cases.jsonl
Reads a conversation a line and writes a finding a line; needs no database.
--cases     conversations with what people said of them (expect, free): tells by rule what is missed
            and what is false, and exits with 1 where anything is
--standard  judges by a shop's own settings (what GET /api/v1/standard answers)
`;

/** Reads conversations, writes findings. 0: all lines were read; 1: some were not, or a rule failed; 2: wrong usage. */
export async function checkCommand(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv);
  if (options === 'help' || options === null) {
    (options === 'help' ? io.stdout : io.stderr).write(usage);
    return options === 'help' ? 0 : 2;
  }
  const standard = await readStandard(options.standard);
  return options.cases === undefined ? writeFindings(standard, io) : runCases(options.cases, standard, io);
}

interface Options {
  cases?: string;
  standard?: string;
}

/** null: not understood. */
function readOptions(argv: string[]): Options | 'help' | null {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        cases: { type: 'string' },
        standard: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values.help ? 'help' : values;
  } catch {
    return null;
  }
}

function writeFindings(standard: Standard, io: Io): Promise<number> {
  return answerLines(io, 'conversation', (line, complain) => findingsOf(line, standard, complain));
}

/** 0: every case came out as people said; 1: not, or a line could not be read. */
async function runCases(file: string, standard: Standard, io: Io): Promise<number> {
  const report = new CaseReport(standard);
  let code = 0;
  for await (const { place, text } of linesOfFiles([file]).lines) {
    if (text !== null && text.trim() === '') continue;
    const complain = (complaint: string) => {
      code = 1;
      io.stderr.write(`${place}: ${complaint}\n`);
    };
    if (text === null) complain(tooLong('conversation'));
    else report.add(text, complain);
  }
  io.stdout.write(report.text());
  return report.isClean ? code : 1;
}

function findingsOf(line: string, standard: Standard, complain: Complain): string {
  const read = readCaseLine(line);
  if ('fault' in read) {
    complain(`${read.fault.field} ${read.fault.why}`);
    return '';
  }
  const { conversation } = read;
  const onFailure = ({ rule, error }: FailedRule) => complain(`${rule} failed to judge: ${String(error)}`);
  const rules = standard.rules[conversation.channel];
  const { findings } = review(conversation, nowOf(conversation), { rules, onFailure });
  return findings.map((finding) => `${JSON.stringify(shown(conversation.id, finding))}\n`).join('');
}

function shown(conversation: string, { turn, rule, weight, evidence, start, end }: Finding) {
  return { conversation, turn, rule, weight, evidence, start, end };
}
