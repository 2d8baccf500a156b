import { lengths } from './lengths.zh.ts';
import { chineseNumber } from './numerals.ts';
import type { Joints } from './pieces.ts';
import { piecePatterns, timesIn } from './pieces.ts';
import type { Clock, Day, DayHalf, TimeWords, When } from './when.ts';

/** The times in a normalised Chinese text. */
export function chineseTimes(text: string): TimeWords[] {
  return hint.test(text) ? timesIn(text, patterns, joints) : [];
}

/** A cheap first test: no time is said without one of these. */
const hint =
  /[\d天日周号月年点时分刻钟晚早午晨夜期今明会下半星礼就快尽马立即速稍赶抓回即紧到查问有完弄好清果]|eod|cob|asap/;

const clockNumber = String.raw`(?:\d{1,2}|[零一二两三四五六七八九十]{1,3})`;
const weekWord = '(?:周|星期|礼拜)';

const patterns = piecePatterns([
  { pattern: /明后两?[天日]|今明两?[天日]/g, read: ([words]) => ({ day: { offset: offsetOf(words) } }) },
  ...lengths,
  {
    pattern: new RegExp(
      `(?:(?:下下|下|这|本)?个?${weekWord}([一二三四五六日天末1-7]))(?!折|一)|` +
        `(下下|下|这|本)个?${weekWord}(?![一二三四五六日天末边围年转到折\\d])|(?:下下|下|这|本)?个?周末`,
      'g',
    ),
    read: weekdayOf,
  },
  {
    pattern:
      /(这个?|本|下个?|次)?月(?:底|末)|月(?:底|末)|(?:这个|本|下个?)月(?![份初中\d一二三四五六七八九十])之?内?/g,
    read: ([words]) => ({ day: { last: 'month', later: /[下次]/.test(words) ? 1 : 0 } }),
  },
  {
    pattern: /(明)?年(?:底|末)(?!促|大)|今年(?:之?内)?(?!新|的|款)/g,
    read: ([words]) => ({ day: { last: 'year', later: words.startsWith('明') ? 1 : 0 } }),
  },
  {
    pattern: new RegExp(
      `(?<![\\d单工型账编楼院路街道巷弄园区城坊甲乙丙.]|\\d年)(?:(${clockNumber})月|(下个?月|本月|这个?月))?(\\d{1,2}|[一二三四五六七八九十廿]{1,3})(?:号|日)(?=[前之以上下中晚早给发左,。会就我当内寄退联统一回补安打开结再 的\\d]|到(?!手)|凌|$)|` +
        `(?<![\\d.])(\\d{1,2})/(\\d{1,2})(?![\\d/])`,
      'g',
    ),
    read: dateOf,
  },
  {
    pattern: new RegExp(
      `(?<![\\d第.几])(${clockNumber}) ?(?:点钟?|时(?![间候效段不常]))(?:(半)|(一刻)|(三刻)|整|(\\d{1,2}|[一二三四五六七八九十]{1,3})分?)?(?!数)` +
        `|(?<![\\d:])(\\d{1,2}):(\\d\\d)(?![\\d:]) ?([ap]m)?|(?<![\\d.])(\\d{1,2}) ?([ap])\\.?m\\b\\.?`,
      'g',
    ),
    read: clockOf,
  },
  {
    pattern:
      /大后天|后天|后日|第二天|次日|翌日|隔[天日]|明(?:[天日]|儿个?)|今(?:[天日]|儿个?)|当[天日]|本日|[今明后](?=早|晚|上午|下午|中午|晨|夜|傍)/g,
    read: ([words]) => ({ day: { offset: offsetOf(words) } }),
  },
  {
    pattern:
      /(一大早|大清早|清早|清晨|一早|早上|早晨|早间|上午|午前|一上班|上班(?:第一时间|第一件事|就|之?后)|(?<=[今明后天日]|[一二三四五六])早)|(中午|正午|晌午|午间|午饭前|午休前)|(下午|午后|傍晚)|(晚上|晚间|夜里|夜间|今夜|深夜|(?<=[今明后天日]|[一二三四五六])晚|(?<=[今明后天])夜)|(凌晨|半夜)/g,
    read: (match, text) => {
      if (text[match.index! + match[0].length] === '好') return null;
      return { half: halves[match.findIndex((part, index) => index > 0 && part !== undefined) - 1]! };
    },
  },
  {
    pattern: /下班(?:之?前|以前)|打烊(?:之?前)|闭店前|关门前|收工前|\b(?:eod|cob)\b/g,
    read: () => ({ close: true }),
  },
  {
    pattern:
      /马上|尽快|尽早|尽速|稍后|稍晚|随后|晚[点些](?:时候)?|一会儿?|(?:待|过)(?:一?会儿?|一下)|(?<![稍请您你微先要])等(?:一?会儿?|一?下)(?=,?(?:我|给|再|就|回|告|帮|联系|通知|发))|回头|立刻|立即|立马|第一时间|即刻|这就|现在就|赶紧|赶快|抓紧|很快|火速|及时|到时候?(?=.{0,4}(?:通知|告|联系|回|给[您你](?:电|消|发)))|近期|过几天|改天|早点|不久|asap|一有(?=[^,。]{0,8}(?:就|马上|立刻|第一))|(?:有了?|出了?|一有|得到|拿到)(?:准确|具体|新|最新|明确)?(?:结果|消息|信儿?|进展|回复|答复|回音|答案|动静|情况|眉目)(?=了?(?:,|就|我|马上|立[刻即]|会|再|第一|及时|给|告|通知|短信|电话|联系|回|跟|向|同|和|时|后))|(?:(?:查|问|核实|核对|确认|了解|弄|搞|处理|落实|跟进|沟通|催|追|办|找|批)(?:完|好|到|明白|清楚|清)?)(?:了|之后|以后|后|就|再|立刻|马上)(?=[^,。]{0,8}(?:回|告|通知|同步|联系|说|讲|给[您你]|答|反馈))|(?:查|问|追|找|催|确认|核实|核对|了解)(?:到|完|好|清楚|明白)(?=[^,。]{0,6}(?:回|告|通知|同步|联系|说|讲|给[您你]|答|反馈))/g,
    read: () => when({ kind: 'vague' }),
  },
]);

const joints: Joints = {
  within: /^(?:的|,|、| |之|在|最[晚迟]|不超过|大概|大约|差不多|就)?(?:\(|\))?$/,
  range:
    /^ ?(?:前|之内|内)? ?(?:到|至|-{1,2}|~|—{1,2}|–|或者?|、|跟|和|,?最[晚迟]|,?最[晚迟]不超过|,?最[晚迟]是?) ?$/,
  latest: /最[晚迟]|不超过|至[晚迟]/,
};

const halves: readonly DayHalf[] = ['morning', 'noon', 'afternoon', 'evening', 'dawn'];
const when = (value: When) => ({ when: value });

function weekdayOf(match: RegExpMatchArray, text: string) {
  const before = text[match.index! - 1];
  if (before === '上' || (/[一二两三四几]/.test(before ?? '') && !/[下这本]/.test(match[0]))) return null;
  const week = match[0].startsWith('下下') ? 2 : match[0].startsWith('下') ? 1 : 0;
  const name = /周末/.test(match[0]) ? '末' : match[1];
  if (name === undefined) return { day: { last: 'week', later: week } satisfies Day };
  const weekday = /\d/.test(name) ? Number(name) : '一二三四五六'.indexOf(name) + 1 || 7;
  const day: Day = /^[下这本]/.test(match[0]) ? { weekday, week } : { weekday };
  return { day };
}

function dateOf([, month, relative, date, slashMonth, slashDate]: RegExpMatchArray) {
  const day: Day = { date: chineseNumber(date ?? slashDate!) };
  const named = month ?? slashMonth;
  if (named !== undefined) day.month = chineseNumber(named);
  if (relative?.startsWith('下')) day.later = 1;
  const valid =
    day.date >= 1 && day.date <= 31 && (day.month === undefined || (day.month >= 1 && day.month <= 12));
  return valid ? { day } : null;
}

function clockOf(match: RegExpMatchArray, text: string) {
  const [words, hour, half, quarter, threeQuarters, after, figures, minutes, side, bare, bareSide] = match;
  if (hour !== undefined && !/\d/.test(hour) && !after && !half && !quarter && !threeQuarters) {
    // "一点" also means "a little", "两点" "two points": there must be a half of the day before it, or a use after it.
    const before = text.slice(Math.max(0, match.index! - 4), match.index);
    const next = text.slice(match.index! + words.length);
    const isTime =
      /[午晚早晨夜天日号间十前后在上里到至~-]$/.test(before) ||
      (hour !== '一' && /^(?:我|就|准|给|打|回|联|叫)/.test(next));
    if (!isTime && !/^(?:前|之|以前|钟|整|左右|到|至|[-~])/.test(next) && !/[钟整]$/.test(words)) return null;
  }
  const number = chineseNumber(hour ?? figures ?? bare!);
  const past = minutes
    ? Number(minutes)
    : after
      ? chineseNumber(after)
      : half
        ? 30
        : quarter
          ? 15
          : threeQuarters
            ? 45
            : 0;
  return clock(
    number,
    past,
    side?.[0] ?? bareSide,
    (figures ?? '').startsWith('0') || (hour ?? '').startsWith('零'),
  );
}

function clock(
  hour: number,
  past: number,
  side: string | undefined,
  fixed: boolean,
): { clock: Clock } | null {
  if (!(hour <= 24 && past < 60)) return null;
  const turned = side === 'p' && hour < 12 ? hour + 12 : side === 'a' && hour === 12 ? 0 : hour;
  const half = side !== undefined || fixed || turned > 12 || turned === 0 ? 'fixed' : 'open';
  return { clock: { minutes: turned * 60 + past, half } };
}

function offsetOf(words: string): number {
  if (words.startsWith('大后')) return 3;
  if (/^(?:后|明后)/.test(words)) return 2;
  return /^(?:明|今明|次|翌|隔|第二)/.test(words) ? 1 : 0;
}
