import { describe, expect, test } from 'vitest';
import { viewOf } from '../../standard/text.ts';
import { day } from '../../team/working-hours.ts';
import { pastTimesIn } from './past-time.ts';

/** A Friday. */
const now = Date.parse('2026-11-20T10:00:00+08:00');
const date = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

/** `上周: 2026-11-09 to 2026-11-15` */
const read = (text: string) =>
  pastTimesIn(viewOf(text).text, now, '+08:00').map(
    ({ said, from, to }) => `${said}: ${date(from)} to ${date(to - 1)}`,
  );

describe('when it was, in the customer’s words', () => {
  test.each([
    ['我上周买的连体衣', '上周: 2026-11-09 to 2026-11-15'],
    ['上周三收到的', '上周三: 2026-11-11 to 2026-11-11'],
    ['周二下的单', '周二: 2026-11-17 to 2026-11-17'],
    ['前天到的', '前天: 2026-11-18 to 2026-11-18'],
    ['大前天到的', '大前天: 2026-11-17 to 2026-11-17'],
    ['昨晚拍的', '昨晚: 2026-11-19 to 2026-11-19'],
    ['三天前买的', '三天前: 2026-11-16 to 2026-11-18'],
    ['两个月前买的', '两个月前: 2026-09-06 to 2026-10-06'],
    ['11月3号拍的', '11月3号: 2026-11-03 to 2026-11-03'],
    ['12月3号拍的', '12月3号: 2025-12-03 to 2025-12-03'],
    ['上个月15号买的', '上个月15号: 2026-10-15 to 2026-10-15'],
    ['上个月买的', '上个月: 2026-10-01 to 2026-10-31'],
    ['9月份买的', '9月份: 2026-09-01 to 2026-09-30'],
    ['双十一买的', '双十一: 2026-10-31 to 2026-11-13'],
    ['上週買的', '上周: 2026-11-09 to 2026-11-15'],
    ['last week’s onesie', 'last week’s: 2026-11-09 to 2026-11-15'],
    ['I got it on Monday', 'on monday: 2026-11-16 to 2026-11-16'],
    ['ordered 3 days ago', '3 days ago: 2026-11-16 to 2026-11-18'],
    ['bought on November 3rd', 'november 3rd: 2026-11-03 to 2026-11-03'],
    ['I bought it in October', 'in october: 2026-10-01 to 2026-10-31'],
  ])('%s', (text, expected) => expect(read(text).map((one) => one.replace(/'/g, '’'))).toEqual([expected]));

  test.each(['明天能到吗', '下周才有空', '36码的鞋', '118块钱', '8折', '买一送一'])('%s: none', (text) =>
    expect(read(text)).toEqual([]),
  );

  test('a day that does not exist, and one that is yet to come, make no harm', () => {
    expect(read('13月45号')).toEqual([]);
    for (const { from, to } of pastTimesIn('这周', now, 'America/New_York')) {
      expect(from).toBeLessThan(to);
      expect(to).toBeLessThanOrEqual(now);
      expect(now - from).toBeLessThan(8 * day);
    }
  });
});
