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
import { exportWords, ruleTitle } from './export-words.ts';
import { narrowed, placeOf, readRows } from './list.ts';
import { localTime } from './local-time.ts';

type Here = Pick<Conversations, 'pool' | 'shops' | 'now'>;

const pageSize = 1000;

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
  yield `\uFEFF${csvLine(exportWords[lang].heads)}`;
  let after: string | undefined;
  for (;;) {
    const rows = await snapshotOfShop(pool, shopId, (tx) => readRows(tx, shopId, filter, pageSize, after));
    if (rows.length > 0) yield rows.map((row) => lineOf(row, zone, lang)).join('');
    if (rows.length < pageSize) return;
    after = placeOf(rows.at(-1)!, filter);
  }
}

function lineOf(row: QualityRow, zone: string, lang: Lang): string {
  const words = exportWords[lang];
  return csvLine([
    localTime(zone, row.closedAt),
    row.customerName,
    row.number,
    row.agentName,
    words.group[row.group],
    row.points,
    row.veto && words.veto[row.veto],
    row.reviewed ? words.yes : null,
    row.rules.map((rule) => ruleTitle(rule, lang)).join(' · '),
    row.finding && ruleTitle(row.finding.rule, lang),
    row.finding && words.said[row.finding.said],
    row.conversationId,
    row.messageSeq,
  ]);
}
