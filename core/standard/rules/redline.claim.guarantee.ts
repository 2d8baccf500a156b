import type { Mark } from '../rule.ts';
import { viewOf } from '../text.ts';

/** A guarantee that is longer than the product's: "保修三年" of one that has a year. */
export function longerGuarantee(text: string, fact: string): Mark | null {
  const own = /^\d+$/.test(fact) ? Number(fact) : (lengthIn(viewOf(fact).text)?.days ?? null);
  if (own === null) return null;
  for (const pattern of guarantees) {
    const match = pattern.exec(text);
    if (!match || denied.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
    const said = lengthIn(match[0]);
    // A year is 365 days or 366, and a month one of 30 or 31.
    if (said && said.days > own * 1.04) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

const chinese = '(?:\\d{1,4}|[一二两三四五六七八九十半]{1,3}) ?(?:年|个?月|天)';
const english = '(?:\\d{1,4}|one|two|three|five|ten)[ -](?:years?|months?|days?)';
const guarantees = [
  new RegExp(
    `(?:保修|质保|保固|包换)(?:期|时间)?(?:是|为|有|整整)?[^,。!?]{0,2}?${chinese}(?!内|后|前|以?内)`,
  ),
  new RegExp(`${chinese}(?:内)?(?:的)?(?:超长)?(?:免费)?(?:保修|质保|保固|包换)`),
  new RegExp(`\\b${english} (?:full )?(?:warranty|guarantee)`),
  new RegExp(`\\b(?:warranty|guarantee)d? (?:of |for |is |lasts )?${english}`),
];
/** The platform's seven days, what others do, and what costs extra are no guarantee of the shop's. */
const denied = /没有?|不|非|加钱|另购|付费|延|别家|其他|\bnot?\b/;

function lengthIn(text: string): { days: number } | null {
  const match =
    /(\d{1,4}|[一二两三四五六七八九十半]{1,3}|one|two|three|five|ten)[ -]?(年|个?月|天|year|month|day)/.exec(
      text,
    );
  if (!match) return null;
  const [, figure = '', unit = ''] = match;
  const each = /年|year/.test(unit) ? 365 : /月|month/.test(unit) ? 30 : 1;
  const count = numberOf(figure);
  return count === null ? null : { days: count * each };
}

const words: Record<string, number> = { 半: 0.5, 两: 2, one: 1, two: 2, three: 3, five: 5, ten: 10 };

function numberOf(figure: string): number | null {
  if (/^\d+$/.test(figure)) return Number(figure);
  const word = words[figure];
  if (word !== undefined) return word;
  const [tens, ones] = figure.includes('十') ? figure.split('十') : ['', figure];
  const digit = (one: string) => '一二三四五六七八九'.indexOf(one) + 1;
  if (figure.includes('十')) return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
  return digit(ones!) || null;
}
