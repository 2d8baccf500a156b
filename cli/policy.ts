import { parseArgs } from 'node:util';
import { decisionForm, readClaimLine } from '../core/commerce/policy/claim-form.ts';
import { decide } from '../core/commerce/policy/decide.ts';
import type { Lang } from '../core/standard/facts.ts';
import type { Io } from './command.ts';
import { answerLines } from './lines.ts';

const usage = `用法：yinuo policy [--lang zh|en] < wishes.jsonl > decisions.jsonl
每行读入顾客的一个要求和订单的事实，每行写出按默认政策的决定；不需要数据库。

Usage: yinuo policy [--lang zh|en] < wishes.jsonl > decisions.jsonl
Reads a customer's wish and the facts of the order a line and writes the decision by the default policy;
needs no database. --lang: the language of the reasons, Chinese unless told.
`;

/** Reads wishes, writes decisions. 0: all lines were read; 1: some were not; 2: wrong usage. */
export async function policyCommand(argv: string[], io: Io): Promise<number> {
  const lang = readLang(argv);
  if (lang === 'help' || lang === null) {
    (lang === 'help' ? io.stdout : io.stderr).write(usage);
    return lang === 'help' ? 0 : 2;
  }
  return answerLines(io, 'wish', (line, complain) => {
    const read = readClaimLine(line);
    if ('claim' in read)
      return `${JSON.stringify(decisionForm(read.id, read.claim, decide(read.claim), lang))}\n`;
    complain(`${read.fault.field} ${read.fault.why}`);
    return '';
  });
}

/** null: not understood. */
function readLang(argv: string[]): Lang | 'help' | null {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return 'help';
    const { lang = 'zh' } = values;
    return lang === 'zh' || lang === 'en' ? lang : null;
  } catch {
    return null;
  }
}
