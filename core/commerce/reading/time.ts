/** Moments as platforms and spreadsheets write them. */
import { momentOf } from '../../team/working-hours.ts';

/** Epoch milliseconds; null: no time. Without a zone of its own it is read by the shop's clock. */
export function readTime(text: string, zone: string): number | null {
  const plain = text.normalize('NFKC').replace(/^(\d{4})年(\d{1,2})月(\d{1,2})日/, '$1-$2-$3');
  return written(plain, zone) ?? packed(plain, zone) ?? serial(plain, zone);
}

/** `2020-02-21 00:00:00`, `2020/2/21 0:00`, `2020-02-21T00:00:00.000+08:00`, `2020.2.21`. */
function written(text: string, zone: string): number | null {
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)? ?(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    );
  if (!parts) return null;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0', own] = parts;
  const at = [year, month, day, hours, minutes, seconds].map(Number) as Parts;
  return moment(at, own === undefined ? zone : zoneOf(own));
}

/** `20200221`, `20200221000000`. */
function packed(text: string, zone: string): number | null {
  const parts = /^(20\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(text);
  if (!parts) return null;
  return moment(parts.slice(1).map((part) => Number(part ?? 0)) as Parts, zone);
}

/** A spreadsheet's own: days since the end of 1899, as a number. */
function serial(text: string, zone: string): number | null {
  if (!/^[3-6]\d{4}(?:\.\d+)?$/.test(text)) return null;
  const days = Math.floor(Number(text));
  const seconds = Math.round((Number(text) - days) * 86_400);
  return momentOf(zone, Date.UTC(1899, 11, 30 + days), 0) + seconds * 1000;
}

type Parts = [year: number, month: number, day: number, hours: number, minutes: number, seconds: number];

function moment([year, month, day, hours, minutes, seconds]: Parts, zone: string): number | null {
  const date = Date.UTC(year, month - 1, day);
  const real = new Date(date).getUTCMonth() === month - 1 && new Date(date).getUTCDate() === day;
  if (!real || hours > 24 || minutes > 59 || seconds > 60) return null;
  return momentOf(zone, date, hours * 60 + minutes) + seconds * 1000;
}

const zoneOf = (own: string) => (/z/i.test(own) ? 'Z' : `${own.slice(0, 3)}:${own.slice(-2)}`);
