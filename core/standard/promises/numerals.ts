/** Numbers in words. Of two neighbours ("三五", "一两") the upper one counts. */

const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** NaN where it is no number ("几"). */
export function chineseNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  if (text === '半') return 0.5;
  const tens = /^(.*?)(十|廿|卅)(.*)$/.exec(text.replace(/^(.*)百$/, '$1十十'));
  if (/百/.test(text) || !text) return text === '一百' || text === '百' ? 100 : NaN;
  if (!tens) return unitsOf(text);
  const [, before, ten, after] = tens as unknown as [string, string, string, string];
  const multiple = ten === '廿' ? 2 : ten === '卅' ? 3 : before === '' ? 1 : unitsOf(before);
  return multiple * 10 + (after === '' ? 0 : unitsOf(after));
}

function unitsOf(text: string): number {
  const last = text.at(-1);
  return last === undefined ? NaN : (digits[last] ?? NaN);
}

const english: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  half: 0.5,
  'half a': 0.5,
  'half an': 0.5,
  'a half': 0.5,
  'a couple': 2,
  'a couple of': 2,
  'couple of': 2,
  'a pair of': 2,
  'twenty-four': 24,
  'forty-eight': 48,
  'seventy-two': 72,
};

/** The English number words, longest first, for a pattern. */
export const englishNumbers = Object.keys(english)
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replace(/[- ]/g, '[- ]'))
  .join('|');

export function englishNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const words = text.trim();
  return english[words] ?? english[words.replace(' ', '-')] ?? NaN;
}
