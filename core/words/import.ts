/** Why a row of a file stayed out, and why a file is none that can be read: as sentences. */
import type { ImportKind } from '../commerce/reading/fields.ts';
import { fieldsOf, longestOf } from '../commerce/reading/fields.ts';
import type { Fault, FaultReason, TableFault } from '../commerce/reading/read-row.ts';
import type { Lang } from '../standard/facts.ts';

export const importFieldName = (kind: ImportKind, field: string, lang: Lang): string =>
  fieldsOf(kind)[field]?.[lang] ?? field;

export function faultWords(kind: ImportKind, { field, column, why }: Fault, lang: Lang): string {
  const name = field === null ? '' : importFieldName(kind, field, lang);
  const limit = field === null ? 0 : longestOf(fieldsOf(kind)[field]!);
  const where =
    column === null || column === name
      ? name
      : lang === 'zh'
        ? `${name}（${column}）`
        : `${name} (${column})`;
  return `${where}${where === '' ? '' : lang === 'zh' ? '：' : ': '}${reasons[why][lang].replace('{limit}', String(limit))}`;
}

const reasons: Record<FaultReason, Record<Lang, string>> = {
  missing: { zh: '没有填写，请补上', en: 'is empty; fill it in' },
  'no-amount': { zh: '不是金额，例如 129.00', en: 'is no amount such as 129.00' },
  'no-count': { zh: '不是整数', en: 'is no whole number' },
  'no-time': { zh: '不是时间，例如 2026-11-21 09:30:00', en: 'is no time such as 2026-11-21 09:30:00' },
  rounded: {
    zh: '被表格软件改成了科学计数，末尾的数字已经丢失，请从平台重新导出',
    en: 'was rounded by a spreadsheet and its last digits are lost; export it from the platform again',
  },
  'too-long': { zh: '太长，最多 {limit} 个字符', en: 'is too long; {limit} characters at most' },
  'unknown-order': { zh: '没有这个订单，请先导入订单', en: 'is no order here; import the orders first' },
  'unknown-sku': { zh: '没有这个 SKU，请先导入商品', en: 'is no SKU here; import the products first' },
  'unknown-change': {
    zh: '应当是“超卖删单”“超卖改单”或“缺货删单”',
    en: 'must be oversell deletion, oversell change or out-of-stock deletion',
  },
  unstorable: { zh: '含有无法保存的字符', en: 'holds characters that cannot be stored' },
  ragged: {
    zh: '单元格比列名多，可能有没加引号的逗号',
    en: 'There are more cells than columns: a comma may lack its quotes',
  },
};

type FileFault = TableFault | 'no-columns';

/** As the problems of a request. */
export function tableProblemWords(lang: Lang): Record<`table-${TableFault}`, string> {
  const { 'no-columns': _, ...faults } = fileFaults;
  return Object.fromEntries(
    Object.entries(faults).map(([why, words]) => [`table-${why}`, words[lang]]),
  ) as Record<`table-${TableFault}`, string>;
}

export function fileFaultWords(kind: ImportKind, why: FileFault, lang: Lang): string {
  return fileFaults[why][lang].replace('{fields}', () =>
    Object.entries(fieldsOf(kind))
      .flatMap(([, field]) => (field.required ? [lang === 'zh' ? `“${field.zh}”` : `"${field.en}"`] : []))
      .join(lang === 'zh' ? '、' : ', '),
  );
}

const fileFaults: Record<FileFault, Record<Lang, string>> = {
  empty: { zh: '文件是空的，请重新导出。', en: 'The file is empty; export it again.' },
  'no-json': {
    zh: '文件以 JSON 开头，但不完整或写法有误，请重新导出。',
    en: 'The file begins as JSON but is not whole or not correct; export it again.',
  },
  'unknown-json': {
    zh: '这个 JSON 文件里没有认识的内容。请换成 CSV，或确认选对了导入的种类。',
    en: 'Nothing in this JSON file is known here. Use CSV, or check that the right kind was chosen.',
  },
  'too-large': {
    zh: 'JSON 文件最大 128 MB。请分成几个文件，或改用 CSV。',
    en: 'A JSON file may have 128 MB. Split it, or use CSV.',
  },
  'no-rows': {
    zh: '文件里没有一行列名，请重新导出。',
    en: 'The file has no row of column names; export it again.',
  },
  'endless-row': {
    zh: '有一行长得读不完，多半是一个引号没有成对。请重新导出。',
    en: 'A row has no end: most likely a quotation mark was not closed. Export it again.',
  },
  binary: {
    zh: '看不懂这种文件。可以导入 CSV、Excel（.xlsx）和 JSON。',
    en: 'This kind of file is not known here. CSV, Excel (.xlsx) and JSON are.',
  },
  'old-sheet': {
    zh: '这是旧版 Excel 文件（.xls），或设了密码。请另存为不带密码的 .xlsx，再导入。',
    en: 'This is an Excel file of the old kind (.xls), or has a password. Save it as .xlsx without one.',
  },
  'locked-sheet': {
    zh: '这个文件设了密码。请去掉密码，再导入。',
    en: 'The file has a password. Save it without one.',
  },
  'broken-sheet': {
    zh: '这个 Excel 文件已损坏或不完整。请用 Excel 或 WPS 打开并重新保存为 .xlsx，再导入。',
    en: 'The Excel file is damaged or not whole. Open it, save it as .xlsx again, and import that.',
  },
  'large-sheet': {
    zh: 'Excel 文件最大 50 MB。请分成几个文件，或另存为 CSV。',
    en: 'An Excel file may have 50 MB. Split it, or save it as CSV.',
  },
  'packed-sheet': {
    zh: '这个 Excel 文件解开后大得不正常，没有读取。请另存为 CSV，再导入。',
    en: 'Unpacked, this Excel file would be far larger than a sheet is, and was not read. Save it as CSV.',
  },
  'no-columns': {
    zh: '认不出必需的列：{fields}。请指定它们对应文件里的哪一列。',
    en: 'The columns that are needed were not recognised: {fields}. Say which of the file’s columns they are.',
  },
};
