/** A list as a file for a spreadsheet: the same rows, a page at a time, so that a long one takes no memory. */
import { Readable } from 'node:stream';
import type { QualityFilter, QualityRow } from '../../../../core/quality/answers.ts';
import { csvLine } from '../../../../core/quality/csv.ts';
import type { Lang } from '../../../../core/standard/facts.ts';
import { zoneOf } from '../../../../core/quality/days.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { snapshotOfShop } from '../../../platform/database/pool.ts';
import type { Conversations } from '../../conversations/index.ts';
import type { Narrowed } from './filter.ts';
import { narrowed, placeOf, readRows } from './list.ts';
import { localTime } from './local-time.ts';

type Here = Pick<Conversations, 'pool' | 'shops' | 'now'>;

const pageSize = 1000;

const heads: Record<Lang, string[]> = {
  zh: [
    '结束时间',
    '顾客',
    '第几次服务',
    '客服',
    '小组',
    '得分',
    '一票否决',
    '已复核',
    '问题',
    '这一处',
    '结论',
    '会话',
    '消息',
  ],
  en: [
    'closed',
    'customer',
    'episode',
    'agent',
    'group',
    'points',
    'veto',
    'reviewed',
    'findings',
    'this finding',
    'said of it',
    'conversation',
    'message',
  ],
};

/** What may not be seen is refused before the first line. */
export async function exportQuality(
  here: Here,
  person: Person,
  wanted: QualityFilter,
  lang: Lang,
): Promise<Readable> {
  const filter = await narrowed(here, person, wanted);
  const zone = zoneOf((await here.shops.get(person.shopId)).settings);
  return Readable.from(lines(here, person.shopId, filter, zone, lang), { objectMode: false });
}

async function* lines({ pool }: Here, shopId: string, filter: Narrowed, zone: string, lang: Lang) {
  // Without the mark, Excel takes the file for another encoding.
  yield `\uFEFF${csvLine(heads[lang])}`;
  let after: string | undefined;
  for (;;) {
    const rows = await snapshotOfShop(pool, shopId, (tx) => readRows(tx, shopId, filter, pageSize, after));
    if (rows.length > 0) yield rows.map((row) => lineOf(row, zone)).join('');
    if (rows.length < pageSize) return;
    after = placeOf(rows.at(-1)!, filter);
  }
}

const lineOf = (row: QualityRow, zone: string) =>
  csvLine([
    localTime(zone, row.closedAt),
    row.customerName,
    row.number,
    row.agentName,
    row.group,
    row.points,
    row.veto,
    row.reviewed ? 'yes' : 'no',
    row.rules.join(' '),
    row.finding?.rule ?? null,
    row.finding?.said ?? null,
    row.conversationId,
    row.messageSeq,
  ]);
