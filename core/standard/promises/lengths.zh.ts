import { chineseNumber } from './numerals.ts';
import type { PiecePattern } from './pieces.ts';
import type { When } from './when.ts';

const number = String.raw`(?:\d{1,3}(?:\.\d)?|[一二两俩仨三四五六七八九十廿卅几数半]{1,4})`;

/** Before a length of time: it is past, a habit, an age or an order, no promise. */
const noLength =
  /(?:每|每隔|第|前|超过?|满|等了|过了|晚了|迟了|拖了|已经?|快|都|延|延迟|延误|过去|用了|花了|近|有|占用[您你]?|耽误[您你]?|打扰[您你]?)$/;
/** After one: a service's name, a moment ago. */
const noLengthAfter =
  /^(?:以?前|了(?!给)|无理由|质保|保修|保价|价保|包退|包换|在线|客服|营业|热线|服务|的?人工|左右到|一次|没|未|还没)/;

/** A length of time is a term where it is followed by "within" or "after", by a deed, or by nothing; or led in as one. */
const term =
  /^ ?(?:左右|的?时间|多)?(?:之?内(?!的)|以内(?!的)|之?后|以后)|^ ?(?:左右)?[ ,]?(?:就|可以|能|会|再|必|一定|肯定|准|我|给|为|帮|替|回|答|退|发|寄|补|打|返|赔|完成|处理|办|安排|解决|告|通知|联系|审|出|搞|弄|有|最[晚迟]|不等|开)/;
const leadIn = /(?:最[晚迟快慢]|[给等容]我|再过|过|预计|大概|大约|超过|[稍再]等|还?[要需]要?|用)$/;

function isTerm(before: string, after: string): boolean {
  // "One moment" while staying: the length of it promises nothing.
  if (/(?:[稍请]等|等待|等候)$/.test(before) && !/^(?:左右)?(?:之?后|之?内|以内|就|我|再|给)/.test(after))
    return false;
  if (term.test(after) || leadIn.test(before)) return true;
  return /^(?:左右)?(?:$|[,。!?;])/.test(after) && /(?:^|[,。!?; ])$/.test(before);
}

/** Lengths of time: "半小时", "三五天内", "1-3个工作日". */
export const lengths: readonly PiecePattern<RegExp>[] = [
  {
    pattern: /个把(小时|钟头|月)|(小)?半天(?=之?内|以内|后|给|就|回)|一?刻钟|三刻钟/g,
    read: ([words, unit]) =>
      when(
        unit === '月'
          ? { kind: 'months', count: 1 }
          : {
              kind: 'span',
              minutes: unit ? 60 : words.includes('天') ? 720 : words.startsWith('三') ? 45 : 15,
            },
      ),
  },
  {
    pattern: new RegExp(
      `(${number})(?: ?(?:个|天|小时|工作日|分钟?)? ?(?:-{1,2}|~|到|至|—{1,2}|–|或者?|、) ?(${number}))? ?个?(半)?(?:多|来)? ?` +
        `(工作日|工作天|小时|钟头|钟(?!点)|分钟|分(?=钟|之?内|以内|后)|h(?:rs?|ours?)?(?![a-z])|min(?:ute)?s?(?![a-z])|刻钟|天|日(?=之?内|以内|后)|自然日|周(?![一二三四五六日天末年])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|月(?=之?内|以内|后|左右))` +
        `(半)?(?:零?(${number})分钟?)?`,
      'g',
    ),
    read: lengthOf,
  },
];

const when = (value: When) => ({ when: value });

function lengthOf(match: RegExpMatchArray, text: string) {
  const [words, lower, upper, half, unit, halfAfter, minutes] = match;
  const before = text.slice(Math.max(0, match.index! - 4), match.index);
  if (noLength.test(before) && !/不超过?$|不会超过?$/.test(before)) return null;
  if (noLengthAfter.test(text.slice(match.index! + words.length))) return null;
  if (
    !isTerm(text.slice(Math.max(0, match.index! - 6), match.index), text.slice(match.index! + words.length))
  )
    return null;
  const given = upper ?? lower!;
  if (/[几数]/.test(given)) return when({ kind: 'vague' });
  const count = chineseNumber(given) + (half || halfAfter ? 0.5 : 0);
  if (Number.isNaN(count)) return null;
  return when(ofUnit(unit!, count, minutes ? chineseNumber(minutes) : 0));
}

function ofUnit(unit: string, count: number, minutes: number): When {
  if (unit.startsWith('工作')) return { kind: 'working-days', count: Math.ceil(count) };
  if (/^(?:小时|钟|h)/.test(unit)) return { kind: 'span', minutes: count * 60 + minutes };
  if (/^(?:分|min)/.test(unit)) return { kind: 'span', minutes: count };
  if (unit === '刻钟') return { kind: 'span', minutes: count * 15 };
  if (/周|星期|礼拜/.test(unit)) return { kind: 'days', count: Math.ceil(count * 7) };
  if (unit === '月')
    return count < 1 ? { kind: 'days', count: 15 } : { kind: 'months', count: Math.ceil(count) };
  return count < 1 ? { kind: 'span', minutes: count * 24 * 60 } : { kind: 'days', count: Math.ceil(count) };
}
