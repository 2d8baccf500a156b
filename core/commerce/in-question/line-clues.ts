/** What a customer's words have in common with a line of an order. */
import { viewOf } from '../../standard/text.ts';
import type { OrderLine, OrderView } from '../order-api.ts';
import { goodsIn, sharedColour, sizesIn, sizesOfLine } from './goods-words.ts';

export const clueKinds = [
  'number',
  'time',
  'goods',
  'words',
  'size',
  'colour',
  'amount',
  'state',
  'only',
] as const;

export interface Clue {
  kind: (typeof clueKinds)[number];
  /** The customer's own words; empty where it is their only order. */
  said: string;
}

export type LineClue = Clue & { share: number };

export function cluesOn(line: OrderLine, text: string, all: readonly OrderView[]): LineClue[] {
  const title = lower(line.title);
  const spec = lower(line.spec);
  const clues: LineClue[] = [];
  const words = sharedWords(text, title);
  // What every one of the customer's orders holds tells none of them.
  const rarity = (holds: (other: OrderLine) => boolean): number => {
    const holding = all.filter(({ lines }) => lines.some(holds)).length;
    return holding >= all.length && all.length > 1 ? 0.2 : 1 / Math.sqrt(Math.max(1, holding));
  };
  const named = goodsIn(text);
  const kinds = new Set(goodsIn(`${title} ${spec}`).map(({ kind }) => kind));
  for (const { kind, said } of named) {
    if (!kinds.has(kind)) continue;
    clues.push({
      kind: 'goods',
      said,
      share: rarity((other) => goodsIn(lower(other.title)).some((one) => one.kind === kind)),
    });
  }
  // "连体衣" names the kind; "云朵连体衣" names this one.
  if (words !== null && !named.some(({ said }) => said.includes(words))) {
    clues.push({
      kind: 'words',
      said: words,
      share: (words.length < 3 ? 0.7 : 1) * rarity((other) => lower(other.title).includes(words)),
    });
  }
  const own = sizesOfLine(spec, lower(line.skuCode));
  for (const { size, said } of sizesIn(text)) if (own.has(size)) clues.push({ kind: 'size', said, share: 1 });
  const colour = sharedColour(text, `${title} ${spec}`);
  if (colour !== null) {
    clues.push({
      kind: 'colour',
      said: colour,
      share: rarity((other) => sharedColour(text, `${lower(other.title)} ${lower(other.spec)}`) !== null),
    });
  }
  return clues;
}

const lower = (words: string | null): string => (words === null ? '' : viewOf(words).text);

/** The longest run that text and title share: two characters of Chinese, or a word of five letters. */
function sharedWords(text: string, title: string): string | null {
  let longest = '';
  for (let start = 0; start < title.length; start++) {
    let end = start + Math.max(2, longest.length + 1);
    while (end <= title.length && text.includes(title.slice(start, end))) longest = title.slice(start, end++);
  }
  const run = longest.trim();
  if (common.test(run)) return null;
  return /[\u3400-\u9fff]{2}/.test(run) || /\b[a-z]{5,}\b/.test(run) ? run : null;
}

/** What many titles say and nobody means by it. */
const common =
  /^(?:新生儿|婴幼儿|婴儿的?|宝宝的?|儿童的?|男女童|男童|女童|男宝女宝|孩子|新款|纯棉|加厚|加绒|一套|两套|一件|两件|一双|两双|春夏|秋冬|夏季|冬季|正品|可以|不用|尺码|[a-z]{1,4})$/;
