import { parseArgs } from 'node:util';
import { importKinds } from '../../core/commerce/reading/fields.ts';
import type { Group } from '../../core/team/roles.ts';
import { groups } from '../../core/team/roles.ts';

export interface ImportOptions {
  files: string[];
  /** null: the only one there is. */
  shop: string | null;
  source: string;
  group: Group;
}

const usage = `用法：yinuo import conversations 文件.jsonl… [选项]
  --shop 店铺     导入哪家店铺；只有一家时可以不写
  --source 名称   编号来自哪里，默认 file；两处来源的相同编号是两段会话
  --group 组      归哪个组：${groups.join('、')}；默认 pre-sales
每行一段会话，写法见 docs/import.md。重复导入不会有任何改变。
订单、商品、库存、物流：yinuo import orders --help

Usage: yinuo import conversations FILE.jsonl… [options]
  --shop SHOP     into which shop; not needed where there is only one
  --source NAME   where the ids come from, "file" by default; the same id of two sources is two conversations
  --group GROUP   whose they are: ${groups.join(', ')}; pre-sales by default
A conversation a line, in the form of docs/import.md. Importing again changes nothing.
Orders, products, stock and parcels: yinuo import orders --help
`;

export function readOptions(argv: string[]): { options: ImportOptions } | { usage: string; asked: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        shop: { type: 'string' },
        source: { type: 'string', default: 'file' },
        group: { type: 'string', default: 'pre-sales' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { usage, asked: true };
    const [what, ...files] = positionals;
    const group = groups.find((one) => one === values.group);
    if (what !== 'conversations')
      return wrong(
        `import 后面要写 conversations，或者 ${importKinds.join('、')}`,
        `import needs "conversations", or one of ${importKinds.join(', ')}`,
      );
    if (files.length === 0) return wrong('没有写要导入的文件', 'no file to import was given');
    if (!group) return wrong(`没有组“${values.group}”`, `there is no group "${values.group}"`);
    if (!/^[^\n]{1,60}$/.test(values.source))
      return wrong('--source 要有 1 到 60 个字', '--source needs 1 to 60 characters');
    return { options: { files, shop: values.shop ?? null, source: values.source, group } };
  } catch (error) {
    return wrong((error as Error).message, (error as Error).message);
  }
}

function wrong(zh: string, en: string) {
  return { usage: zh === en ? `${en}\n\n${usage}` : `${zh}。\n${en}.\n\n${usage}`, asked: false };
}
