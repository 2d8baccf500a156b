import { parseArgs } from 'node:util';
import type { ImportKind, Mapping } from '../../core/commerce/reading/fields.ts';
import { fieldsOf } from '../../core/commerce/reading/fields.ts';

export interface TableOptions {
  files: string[];
  /** null: the only one there is. */
  shop: string | null;
  /** null: as the file's columns tell. */
  source: string | null;
  columns: Mapping;
}

export function readTableOptions(
  kind: ImportKind,
  argv: string[],
): { options: TableOptions } | { usage: string; asked: boolean } {
  try {
    const { values, positionals: files } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        shop: { type: 'string' },
        source: { type: 'string' },
        column: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { usage: usage(kind), asked: true };
    if (files.length === 0) return wrong(kind, '没有写要导入的文件', 'no file to import was given');
    const { shop = null, source = null } = values;
    if (source !== null && !/^[\w.-]{1,40}$/.test(source))
      return wrong(kind, '--source 由 1 到 40 个字母、数字组成', '--source takes 1 to 40 letters and digits');
    const columns: Mapping = {};
    for (const said of values.column) {
      const [field = '', ...column] = said.split('=');
      const name = fieldNamed(kind, field);
      if (name === null || column.length === 0)
        return wrong(kind, `看不懂 --column ${said}`, `--column ${said} is not understood`);
      columns[name] = column.join('=');
    }
    return { options: { files, shop, source, columns } };
  } catch (error) {
    return wrong(kind, (error as Error).message, (error as Error).message);
  }
}

/** By our own name or by either column name of the template. */
function fieldNamed(kind: ImportKind, said: string): string | null {
  const found = Object.entries(fieldsOf(kind)).find(([name, { zh, en }]) => [name, zh, en].includes(said));
  return found?.[0] ?? null;
}

function wrong(kind: ImportKind, zh: string, en: string) {
  return { usage: zh === en ? `${en}\n\n${usage(kind)}` : `${zh}。\n${en}.\n\n${usage(kind)}`, asked: false };
}

function usage(kind: ImportKind): string {
  const rows = Object.entries(fieldsOf(kind)).map(
    ([name, { zh, en, required }]) => `  ${name.padEnd(16)}${required ? '* ' : '  '}${zh} / ${en}\n`,
  );
  return `用法：yinuo import ${kind} 文件… [选项]
  --shop 店铺          导入哪家店铺；只有一家时可以不写
  --source 来源        taobao、jd、pinduoduo、douyin、shopify 等；不写时按列名判断
  --column 字段=列名   某个字段对应文件里的哪一列，可写多次；同一来源下次沿用
CSV（UTF-8 或 GB18030，自动判断）、Excel（.xlsx）或 JSON。重复导入不会多出任何东西。

Usage: yinuo import ${kind} FILE… [options]
  --shop SHOP          into which shop; not needed where there is only one
  --source SOURCE      taobao, jd, pinduoduo, douyin, shopify …; told from the columns where it is left out
  --column FIELD=NAME  which of the file's columns a field is; may be repeated; kept for the source's next file
CSV (UTF-8 or GB18030, found out by itself), Excel (.xlsx) or JSON. Importing again adds nothing twice.

字段 Fields (*: 必需 needed):
${rows.join('')}`;
}
