import { englishNumber, englishNumbers } from './numerals.ts';
import type { Joints } from './pieces.ts';
import { piecePatterns, timesIn } from './pieces.ts';
import type { Day, DayHalf, TimeWords, When } from './when.ts';

/** The times in a normalised English text. */
export function englishTimes(text: string): TimeWords[] {
  return timesIn(text, patterns, joints);
}

const number = String.raw`(?:\d{1,3}(?:\.\d)?|${englishNumbers})`;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekday = '(mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?';
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const clockHour = String.raw`(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`;

const when = (value: When) => ({ when: value });

const patterns = piecePatterns([
  {
    pattern: /\bfirst thing(?: in the morning)?\b/g,
    read: () => ({ half: 'morning' }),
  },
  {
    pattern:
      /\b(?:in|give me|just)? ?(?:a|one|half a) (?:moment|minute|sec|second|bit|while|jiffy|tick|mo)\b(?! to)|\b(?:few|several|some) (?:minutes|hours|days|moments)\b|\b(?:right|straight) away\b|\bimmediately\b|\basap\b|\bas soon as (?:possible|i|we|there|it)\b|\b(?:once|when|the moment|the minute|the second) (?:i|we)(?:'ve| have)?(?=.{0,16}\b(?:know|hear|heard|find|found|news|answer|word|reply|result|update|something|checked|got|get|figured|spoken|talked|asked|confirmed|looked|reviewed|done)\b)|\b(?:soon(?:est)?|shortly|momentarily|promptly|at once)\b|\b(?:a bit |a little )?later(?! than| today| this| tonight)\b|\bin due course\b|\bwhen there(?:'s| is)(?=.{0,12}(?:news|update|something))|\bat the earliest\b/g,
    read: () => when({ kind: 'vague' }),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:(?:a|one|an) (hour|day|week|month) or (?:two|so)|(${number})(?: ?(?:hours?|days?)? ?(?:-{1,2}|–|—{1,2}|to|or) ?(${number}))?(?: (?:more|full|short))?[ -]?(business days?|working days?|work days?|calendar days?|minutes?|mins?|m\b|hours?|hrs?|hr|h\b|days?|weeks?|months?|fortnight)(?: and (a half|a quarter|${number} minutes))?|half (?:an? )?(hour|day)|(?:a |one )?quarter of an? (hour)|(?:an?|one) (hour) and a half|three quarters of an (hour))(?!'| ago| old| return| refund policy| warranty| guarantee| support)`,
      'g',
    ),
    read: lengthOf,
  },
  {
    pattern: /\bin (five|ten|fifteen|twenty|thirty|5|10|15|20|30)(?=[.,;!]|$)/g,
    read: ([, minutes]) => when({ kind: 'span', minutes: englishNumber(minutes!) }),
  },
  {
    pattern: /\bwithin the (hour|day|week|month)\b|\b(?:in|over) the next (hour|day|week|month)\b/g,
    read: nextPeriod,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:the )?(?:(end|close) of (?:the |this |next |your )?)?(?:this |our )?(?:close of business|end of business|close of play|cob|eob|eod|closing(?: time)?|end of (?:the |my |our )?(?:day|shift|today)|we close|i (?:finish|clock off|leave))\b`,
      'g',
    ),
    read: () => ({ close: true }),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:(this|next|coming|on|by|before) (?:coming )?)?(?:${weekday}\b|(weekend)\b)(?!s)(?: (?:of )?(next|this) week\b)?`,
      'g',
    ),
    read: weekdayOf,
  },
  {
    pattern:
      /\b(?:the )?(?:end of|(?:this|next)(?= (?:week|month|year)))(?: the| this| of| next)?[ -](week|month|year)\b|\b(month|year|week)[ -]end\b|\b(?:later )?(?:this|next) (week|month)\b/g,
    read: periodEnd,
  },
  {
    pattern: new RegExp(
      String.raw`\b${month}\.? (\d{1,2})(?:st|nd|rd|th)?\b|\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}\b|\bthe (\d{1,2})(?:st|nd|rd|th)(?: of (next|this) month)?(?! time| order| floor| item| one)\b|(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])`,
      'g',
    ),
    read: dateOf,
  },
  {
    pattern: new RegExp(
      String.raw`\b(half(?: past)?|quarter past|quarter to) ${clockHour}\b(?: ?([ap])\.?m\b\.?)?|(?<![\d:.$£€#])\b(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?|\b${clockHour} o'?clock\b|(?<![\d:])(\d{1,2}):(\d\d)(?![\d:])|(?<=\b(?:by|at|before|around|about|until|till|than|to|or|make that|make it) )${clockHour}(?: (thirty|fifteen|forty-five))?(?=[\s,.!;)]|$)(?! (?:of|the|more|days?|hours?|working|business|minutes?|items?|times|orders?|pieces|parcels|least|stars?|%))`,
      'g',
    ),
    read: clockOf,
  },
  { pattern: /\b(?:the )?day after tomorrow\b/g, read: () => ({ day: { offset: 2 } }) },
  {
    pattern: /\b(?:tomorrow|tmrw?|tomo|the (?:next|following) day|overnight)\b/g,
    read: () => ({ day: { offset: 1 } }),
  },
  { pattern: /\btonight\b/g, read: () => ({ day: { offset: 0 }, half: 'evening' }) },
  { pattern: /\btoday\b|\bsame day\b/g, read: () => ({ day: { offset: 0 } }) },
  { pattern: /\bmidnight\b/g, read: () => ({ clock: { minutes: 24 * 60, half: 'fixed' } }) },
  {
    pattern:
      /(?<!good )\b(?:(this|later this|in the|by|the|early|mid|late|before)? ?)?(?:(morning)|(noon|midday|lunch(?: ?time)?)|(afternoon)|(evening|night))\b(?!'s? shift)/g,
    read: ([words, , morning, noon, afternoon]) => ({
      ...(/\bthis\b/.test(words) ? { day: { offset: 0 } } : {}),
      half: (morning ? 'morning' : noon ? 'noon' : afternoon ? 'afternoon' : 'evening') as DayHalf,
    }),
  },
]);

const joints: Joints = {
  within: /^(?:[\s,(]|\b(?:at|by|before|on|in|the|of|around|about|no later than|latest|sharp|and)\b|'s)*$/,
  range:
    /^ ?(?:to|or|-{1,2}|–|—{1,2}|and|until|till|, ?(?:at the latest|latest|by the latest|or at the latest)(?: by)?) ?(?:at |by |on |maybe |at the latest |perhaps )*$/,
  latest: /\b(?:latest|no later than|at most)\b/,
};

function lengthOf(match: RegExpMatchArray, text: string) {
  const [words, loose, lower, upper, unit, more, halfOf, quarter, oneAndHalf, threeQuarters] = match;
  const before = text.slice(Math.max(0, match.index! - 14), match.index);
  if (/\b(?:every|each|last|past|over|for|first|been|took|open|after more than|more than) $/.test(before))
    return null;
  const after = text.slice(match.index! + words.length);
  if (
    !/(?:^|[,.!?;] ?|\b(?:in|within|under|inside|after|me|us|allow|needs?|about|around|next|another|than|at most|to|for|or|max|by|-) )$/.test(
      before,
    ) &&
    !/^ (?:from now|max|tops|at (?:most|the latest)|later)\b/.test(after)
  )
    return null;
  if (quarter) return when({ kind: 'span', minutes: 15 });
  if (threeQuarters) return when({ kind: 'span', minutes: 45 });
  if (oneAndHalf) return when({ kind: 'span', minutes: 90 });
  if (halfOf) return when({ kind: 'span', minutes: halfOf === 'day' ? 720 : 30 });
  if (loose) return when(ofUnit(loose, words.endsWith(' so') ? 1 : 2));
  const count = englishNumber(upper ?? lower!) + (more === 'a half' ? 0.5 : more === 'a quarter' ? 0.25 : 0);
  if (Number.isNaN(count)) return null;
  const minutes = /^(\S+) minutes$/.exec(more ?? '')?.[1];
  const length = ofUnit(unit!, count);
  if (minutes && length.kind === 'span') length.minutes += englishNumber(minutes);
  return when(length);
}

function ofUnit(unit: string, count: number): When {
  if (/^(?:business|work)/.test(unit)) return { kind: 'working-days', count: Math.ceil(count) };
  if (/^(?:hour|hr|h$)/.test(unit)) return { kind: 'span', minutes: count * 60 };
  if (/^(?:min|m$)/.test(unit)) return { kind: 'span', minutes: count };
  if (unit.startsWith('week')) return { kind: 'days', count: Math.ceil(count * 7) };
  if (unit === 'fortnight') return { kind: 'days', count: 14 };
  if (unit.startsWith('month')) return { kind: 'months', count: Math.ceil(count) };
  return { kind: 'days', count: Math.ceil(count) };
}

function nextPeriod([, within, next]: RegExpMatchArray) {
  const unit = within ?? next;
  if (unit === 'day') return within ? { day: { offset: 0 } } : when({ kind: 'days', count: 1 });
  return when(ofUnit(unit!, 1));
}

function periodEnd([words, end, joined, named]: RegExpMatchArray) {
  const last = (end ?? joined ?? named) as 'week' | 'month' | 'year';
  return { day: { last, later: /\bnext\b/.test(words) ? 1 : 0 } };
}

function weekdayOf([words, lead, name, weekend, ofWeek]: RegExpMatchArray): { day: Day } | null {
  const number = weekend ? 7 : weekdays.indexOf(name!.slice(0, 3)) + 1;
  // "sat", "sun" and "wed" are also words; alone they need a lead.
  if (!weekend && !lead && !ofWeek && /^(?:sat|sun|wed|mon)$/.test(words)) return null;
  if (lead === 'next' || ofWeek === 'next') return { day: { weekday: number, week: 1 } };
  return { day: lead === 'this' ? { weekday: number, week: 0 } : { weekday: number } };
}

function dateOf(match: RegExpMatchArray): { day: Day } | null {
  const [, monthFirst, dateAfter, dateFirst, monthAfter, alone, relative, slashMonth, slashDate] = match;
  const day: Day = { date: Number(dateAfter ?? dateFirst ?? alone ?? slashDate) };
  const name = monthFirst ?? monthAfter;
  if (name) day.month = months.indexOf(name.slice(0, 3)) + 1;
  if (slashMonth) day.month = Number(slashMonth);
  if (relative === 'next') day.later = 1;
  const valid =
    day.date >= 1 && day.date <= 31 && (day.month === undefined || (day.month >= 1 && day.month <= 12));
  return valid ? { day } : null;
}

function clockOf(match: RegExpMatchArray) {
  const [, past, pastHour, pastSide, hour, minutes, side, oclock, figures, figureMinutes, bare, bareMinutes] =
    match;
  const given = pastHour ?? hour ?? oclock ?? figures ?? bare!;
  const shift = past?.startsWith('half')
    ? 30
    : past === 'quarter past'
      ? 15
      : past === 'quarter to'
        ? -15
        : 0;
  const after =
    Number(minutes ?? figureMinutes ?? 0) + shift + (bareMinutes ? englishNumber(bareMinutes) : 0);
  const number = englishNumber(given);
  if (!(number <= 24 && after < 60)) return null;
  const half = pastSide ?? side;
  const turned = half === 'p' && number < 12 ? number + 12 : half === 'a' && number === 12 ? 0 : number;
  const fixed = half !== undefined || turned > 12 || turned === 0 || given.startsWith('0');
  return { clock: { minutes: turned * 60 + after, half: fixed ? ('fixed' as const) : ('open' as const) } };
}
