/** Lines such as `10:05 客服：您好`: who spoke, when, what. Pure. */
import { dateOf, day, momentOf, offsetAt } from '../../../core/team/working-hours.ts';

export interface LineTurn {
  from: 'customer' | 'agent' | 'system';
  text: string;
  at?: string;
}

export interface LineFault {
  /** `speaker`: nobody known says it; `time`: no time of day; `earlier`: before the line above. */
  why: 'speaker' | 'time' | 'earlier';
  line: number;
  words: string;
}

const speakers: Record<string, LineTurn['from']> = {};
const named: Record<LineTurn['from'], string> = {
  customer: '顾客 客户 买家 用户 访客 消费者 customer buyer client user visitor shopper',
  agent: '客服 坐席 座席 卖家 商家 店家 店铺 主管 agent seller shop staff support supervisor',
  system: '系统 平台 system platform',
};
for (const [from, words] of Object.entries(named))
  for (const word of words.split(' ')) speakers[word] = from as LineTurn['from'];

const time = String.raw`(?:(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]{1,3})?(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?`;
const timed = new RegExp(String.raw`^\s*[[【(（]?${time}[\]】)）]?\s+(?=\S)|^\s*[[【(（]${time}[\]】)）]`);
/** A known word, perhaps a name or a time behind it, then a colon. */
const spoken = new RegExp(
  String.raw`^\s*(${Object.keys(speakers).join('|')})(?:\s*[(（[【]([^)）\]】]{0,30})[)）\]】]|\s+([^\s:：]{1,20}))?\s*(?:[:：]|\t)\s*`,
  'i',
);
const unknown = /^\s*([\p{L}\p{N}_·.*-]{1,16})\s*[:：]/u;
const exactTime = new RegExp(`^${time}$`);

export function linesOf(
  text: string,
  zone: string,
  now: number,
): { turns: LineTurn[] } | { fault: LineFault } {
  const clock = new Clock(zone, now);
  const turns: LineTurn[] = [];
  const strangers = repeated(text);
  for (const [index, whole] of text.split(/\r\n|\n|\r/).entries()) {
    const fault = (why: LineFault['why']) => ({
      fault: { why, line: index + 1, words: whole.trim().slice(0, 40) },
    });
    const stamp = timed.exec(whole);
    const rest = stamp ? whole.slice(stamp[0].length) : whole;
    const speech = spoken.exec(rest);
    const last = turns.at(-1);
    if (!speech) {
      if (whole.trim() === '') continue;
      // A line of its own belongs to whoever spoke before, unless it looks like somebody else's.
      if (!last || stamp || strangers.has(unknown.exec(whole)?.[1] ?? '')) return fault('speaker');
      last.text += `\n${rest}`;
      continue;
    }
    const inside = exactTime.exec((speech[2] ?? '').trim());
    const at = clock.at(inside ? inside.slice(1) : stamp ? stampParts(stamp) : null);
    if (at === 'time' || at === 'earlier') return fault(at);
    const from = speakers[speech[1]!.toLowerCase()]!;
    turns.push({ from, text: rest.slice(speech[0].length).trimEnd(), ...(at && { at }) });
  }
  return { turns };
}

const stampParts = (stamp: RegExpExecArray) => (stamp[4] === undefined ? stamp.slice(7) : stamp.slice(1, 7));

/** Who seems to speak more than once though nobody knows them: `地址：` comes once, a name again and again. */
function repeated(text: string): Set<string> {
  const counts = new Map<string, number>();
  for (const line of text.split(/[\r\n]+/)) {
    const name = unknown.exec(line)?.[1];
    if (name !== undefined && !spoken.test(line)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([name, count]) => count > 1 && !/^\d+$/.test(name)).map(([name]) => name),
  );
}

type Parts = (string | undefined)[];

/** Goes with the lines: a clock time alone is of the same day as the line above, or of the night after. */
class Clock {
  private readonly zone: string;
  private date: number;
  private last = -Infinity;

  constructor(zone: string, now: number) {
    this.zone = zone;
    this.date = dateOf(zone, now);
  }

  at(parts: Parts | null): string | null | 'time' | 'earlier' {
    if (!parts) return null;
    const [year, month, date, hour, minute, second = '0'] = parts;
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return 'time';
    if (year !== undefined) {
      const written = `${year}-${pair(month!)}-${pair(date!)}`;
      const midnight = Date.parse(`${written}T00:00:00Z`);
      if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(written)) return 'time';
      this.date = midnight;
    }
    let moment = this.moment(Number(hour), Number(minute), Number(second));
    if (year === undefined && this.last - moment > day / 2) {
      this.date += day;
      moment = this.moment(Number(hour), Number(minute), Number(second));
    }
    if (moment < this.last) return 'earlier';
    this.last = moment;
    return written(moment, this.zone);
  }

  private moment(hour: number, minute: number, second: number): number {
    return momentOf(this.zone, this.date, hour * 60 + minute) + second * 1000;
  }
}

/** As `2026-11-11T10:00:00+08:00`. */
function written(moment: number, zone: string): string {
  const offset = offsetAt(zone, moment);
  const minutes = Math.abs(offset) / 60_000;
  const wall = new Date(moment + offset).toISOString().slice(0, 19);
  return `${wall}${offset < 0 ? '-' : '+'}${pair(Math.floor(minutes / 60))}:${pair(minutes % 60)}`;
}

const pair = (value: number | string) => String(value).padStart(2, '0');
