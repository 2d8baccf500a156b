import type { CountedStock, ProductFacts } from '../facts.ts';
import type { Mark, Message, Scene } from '../rule.ts';
import { asks, type Sentence } from '../sentences.ts';
import { viewOf } from '../text.ts';
import { meant, productsFor } from './redline.claim.meant.ts';

/** "Hardly any left" is true of as many as this. */
const few = 10;
/** So far back a size that was named is still the one in question. */
const mostTurns = 6;

/** Sentences that say there are fewer left than were counted; nothing is said where nobody counted. */
export function falselyScarce(message: Message, scene: Scene): Mark[] {
  const products = productsFor(message, scene);
  if (products.length === 0 || !isScarce(message.view.text)) return [];
  const marks: Mark[] = [];
  for (const sentence of message.view.sentences) {
    const found = saidIn(sentence);
    const against = found && contradicting(sentence.text, found.left, message, scene, products);
    if (!against) continue;
    const { product, spec, left } = against;
    marks.push({
      ...message.view.mark(sentence.start + found.start, sentence.start + found.end),
      because: { kind: 'stock', product, spec, left },
    });
  }
  return marks;
}

/** Words of scarcity that what was counted bears out. */
export function bornOut(words: string, message: Message, scene: Scene): boolean {
  if (!/[剩余仅]|最后|\bonly\b|\blast\b|\bleft\b/i.test(words)) return false;
  const { text } = message.view;
  return meant(text, message, scene, productsFor(message, scene)).some((product) => {
    const said = specsIn(stockOf(product), text, message, scene);
    return said.some(({ left }) => left > 0 && left <= (countIn(text) ?? 1));
  });
}

/** Whether words say that there is little left. */
export const isScarce = (text: string) => sign.test(text);

const sign =
  /[剩余仅]|最后|断货|售罄|卖完|卖光|没货|抢光|库存|数量有限|\bleft\b|remaining|in stock|sold out|selling out/;
const unit =
  '(?:件|台|口|套|双|床|箱|瓶|盒|条|顶|包|罐|支|只|(?:个|张|份)(?![^,。!?]{0,2}(?:问题|步|月|小时|星期|工作日|名额|办法|方案|选项|包裹|订单|字|人|券|优惠|机会|环节)))';
const figure = '(\\d{1,4}|[一二两三四五六七八九十几]{1,3})';
const counted = [
  new RegExp(`(?:就|只|仅|还|也)(?:剩下?|余下?)(?:下|了|余)?(?:最后)?[^,。!?]{0,3}?${figure} ?${unit}`),
  new RegExp(`最后(?:的)?${figure} ?${unit}(?:了|啦|$|[^一-鿿]|库存|现货|存货)`),
  new RegExp(`(?:就|只|仅)有(?:最后)?${figure} ?${unit}(?:了|啦|货|库存|现货|存货)`),
  new RegExp(`库存(?:就|只|仅)(?:剩|有)?(?:最后)?${figure}`),
  /\b(?:only|just)(?: the last)? (\d{1,4}|one|two|three|four|five|six|a few|a couple)(?: [a-z]+)? (?:left|remaining|in stock)/,
  /\b(?:the )?last (one|two|three|four|five|few|piece|pair|unit|item)s?(?: [a-z]+)? (?:left|remaining|in stock|available)/,
];
const vague =
  /(?:马上|快要?|就要|即将|眼看)(?:就)?(?:要)?(?:卖完|断货|没货|售罄|卖光|抢光|抢完)|库存(?:很|非常|比较|已经)?(?:紧张|告急|不多|所剩无几)|所剩无几|(?:剩|余)(?:下)?的?(?:真的|已经)?不多|almost sold out|nearly (?:sold out|gone)|selling out|hardly any left/;
const denied = /不是|并不|没有|不用|不必|别|如果|要是|万一|等到|除非|\bnot\b|isn't|\bif\b/;

function saidIn(sentence: Sentence): { start: number; end: number; left: number } | null {
  if (asks(sentence)) return null;
  for (const pattern of [...counted, vague]) {
    const match = pattern.exec(sentence.text);
    if (!match || denied.test(sentence.text.slice(Math.max(0, match.index - 8), match.index))) continue;
    const left = match[1] === undefined ? few : numberOf(match[1]);
    return { start: match.index, end: match.index + match[0].length, left };
  }
  return null;
}

/** What was counted of each product that may be meant, where none of them is as scarce as it was said. */
function contradicting(
  text: string,
  said: number,
  message: Message,
  scene: Scene,
  products: readonly ProductFacts[],
): { product: string; spec: string; left: number } | null {
  const may = meant(text, message, scene, products);
  let first: { product: string; spec: string; left: number } | null = null;
  for (const product of may) {
    const stock = specsIn(stockOf(product), text, message, scene);
    if (stock.length === 0 || stock.some(({ left }) => left > 0 && left <= said)) return null;
    const least = stock.reduce((one, other) => (other.left < one.left ? other : one));
    first ??= { product: product.name, ...least };
  }
  return first;
}

function stockOf({ stock, facts }: ProductFacts): readonly CountedStock[] {
  if (stock) return stock;
  const written = Object.entries(facts).find(([name]) => /stock|库存|存货|现货/i.test(name))?.[1];
  const total = typeof written === 'string' ? /\d+/.exec(written) : null;
  return total ? [{ spec: '', left: Number(total[0]) }] : [];
}

/** Of the sizes and kinds those that were named, here or a little before; all of them where none was. */
function specsIn(
  stock: readonly CountedStock[],
  text: string,
  { turn }: Pick<Message, 'turn'>,
  { turns, view }: Scene,
): readonly CountedStock[] {
  if (stock.length < 2) return stock;
  for (let i = turn; i >= 0 && i >= turn - mostTurns; i--) {
    const said = i === turn ? text : turns[i] ? view(i).text : '';
    const scores = stock.map(({ spec }) => wordsOf(spec).filter((word) => names(said, word)).length);
    const most = Math.max(...scores);
    if (most > 0) return stock.filter((_, at) => scores[at] === most);
  }
  return stock;
}

const wordsOf = (spec: string) => viewOf(spec).text.match(/[a-z]+|\d+|[㐀-鿿]+/g) ?? [];

const names = (said: string, word: string) =>
  /^[㐀-鿿]/.test(word)
    ? said.includes(word.length > 2 ? word.replace(/[色款码号]$/, '') : word)
    : new RegExp(`(?<![\\da-z])${word}(?![\\da-z]| ?(?:件|台|套|双|个|条|left))`).test(said);

function countIn(text: string): number | null {
  const match = new RegExp(`${figure} ?(?:${unit}|张|left|piece|unit|pair)`).exec(text);
  return match ? numberOf(match[1]!) : null;
}

const english: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };

function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  if (/^(?:几|few|a few|a couple)$/.test(written)) return few;
  if (/^[a-z]/.test(written)) return english[written] ?? 1;
  const digit = (one: string | undefined) =>
    '一二三四五六七八九'.indexOf(one === '两' ? '二' : (one ?? '')) + 1;
  if (!written.includes('十')) return digit(written[0]) || few;
  const [tens, ones] = written.split('十');
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}
