/** Which of the customer's orders they are writing about, and by which of their words. */
import type { Turn } from '../../standard/facts.ts';
import { viewOf } from '../../standard/text.ts';
import { day } from '../../team/working-hours.ts';
import type { OrderLine, OrderView } from '../order-api.ts';
import { amountsIn, goodsIn, sharedColour, sizesIn, sizesOfLine } from './goods-words.ts';
import { pastTimesIn } from './past-time.ts';
import type { WishGuess } from './wish-guess.ts';

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

export interface InQuestion {
  orderId: string;
  /** Which of its lines; null: nothing tells. */
  line: number | null;
  /** The strongest first. */
  clues: Clue[];
}

export interface Written {
  orders: readonly OrderView[];
  turns: readonly Turn[];
  /** Orders whose whole number the customer wrote here: the desk itself shows numbers masked. */
  byNumber: readonly string[];
  /** What they may want of it: an order that has left is not cancelled. */
  guess: WishGuess | null;
  now: number;
  zone: string;
}

export function orderInQuestion({ orders, turns, ...known }: Written): InQuestion | null {
  const said = turns.filter(({ from }) => from === 'customer').slice(-mostTurns);
  const candidates = orders.map((order) => weighed(order, orders, said, known));
  const [first, second] = candidates.toSorted((a, b) => b.weight - a.weight);
  if (!first) return null;
  const isTold = first.clues.length > 0 && first.weight >= least;
  if (isTold && first.weight - (second?.weight ?? 0) >= margin) return found(first);
  if (orders.length > 1) return null;
  return {
    ...found(first),
    clues: first.clues.length > 0 ? found(first).clues : [{ kind: 'only', said: '' }],
  };
}

type State = NonNullable<OrderView['state']>;

const mostTurns = 12;
/** One good clue is enough; a state or a size alone is not. */
const least = 1.5;
const margin = 0.5;

interface Weighed {
  orderId: string;
  weight: number;
  line: number | null;
  clues: (Clue & { weight: number })[];
}

const found = ({ orderId, line, clues }: Weighed): InQuestion => ({
  orderId,
  line,
  clues: clues.toSorted((a, b) => b.weight - a.weight).map(({ kind, said }) => ({ kind, said })),
});

const weights: Record<Clue['kind'], number> = {
  number: 10,
  words: 2.5,
  goods: 2,
  time: 2,
  amount: 2,
  size: 1,
  colour: 1,
  state: 1,
  only: 0,
};

function weighed(
  order: OrderView,
  all: readonly OrderView[],
  said: readonly Turn[],
  { byNumber, guess, now, zone }: Omit<Written, 'orders' | 'turns'>,
): Weighed {
  const best = new Map<string, Clue & { weight: number }>();
  const lines = order.lines.map(() => 0);
  const add = (kind: Clue['kind'], words: string, share: number, line?: number) => {
    const weight = weights[kind] * share;
    if (line !== undefined) lines[line]! += weight;
    const known = best.get(kind);
    if (!known || known.weight < weight) best.set(kind, { kind, said: words, weight });
  };
  if (byNumber.includes(order.orderId)) add('number', order.number, 1);
  const states = guess === null ? [] : (wanting[guess.wish] ?? []);
  if (guess && isIn(order, states)) add('state', guess.wishSaid, alone(all, states));
  said.forEach((turn, at) => {
    // What was said last is what it is about now.
    const share = 0.85 ** (said.length - 1 - at);
    const text = viewOf(turn.text).text;
    const tail = tailOf(text);
    if (tail !== null && order.number.endsWith(tail)) add('number', tail, share);
    const times = pastTimesIn(text, turn.at ?? now, zone);
    for (const { said: words, from, to } of times) if (fallsIn(order, from, to)) add('time', words, share);
    for (const { said: words, states: fit } of statesIn(text))
      if (isIn(order, fit)) add('state', words, share * alone(all, fit));
    for (const { fen, said: words } of amountsIn(text)) if (costs(order, fen)) add('amount', words, share);
    order.lines.forEach((line, index) => {
      for (const clue of cluesOn(line, text, all)) add(clue.kind, clue.said, share * clue.share, index);
    });
  });
  const clues = [...best.values()];
  const most = Math.max(0, ...lines);
  const top = lines.indexOf(most);
  const isClear = most > 0 && lines.filter((weight) => weight > most - 0.5).length === 1;
  return {
    orderId: order.orderId,
    weight: clues.reduce((sum, { weight }) => sum + weight, recency(order, now)),
    line: isClear ? top : order.lines.length === 1 ? 0 : null,
    clues,
  };
}

/** Of two orders that fit alike the younger one: people write while it is new. By itself it says nothing. */
function recency({ placedAt, receivedAt }: OrderView, now: number): number {
  const last = Math.max(placedAt ?? -Infinity, receivedAt ?? -Infinity);
  return Number.isFinite(last) ? 0.5 ** (Math.max(0, now - last) / (30 * day)) : 0;
}

const isIn = ({ state }: OrderView, states: readonly State[]): boolean =>
  state !== null && states.includes(state);

/** A state that one of the orders alone is in tells more than one that many are in. */
const alone = (all: readonly OrderView[], states: readonly State[]): number =>
  all.filter((order) => isIn(order, states)).length === 1 ? 1.6 : 0.6;

/** What is wished of an order that has not left. */
const wanting: Partial<Record<WishGuess['wish'], readonly State[]>> = {
  close: ['unpaid', 'paid'],
  'size-change': ['unpaid', 'paid'],
  'address-change': ['unpaid', 'paid', 'dispatched'],
};

/** `尾号8834`, "ending in 8834": masked numbers show their end. */
const tailOf = (text: string): string | null =>
  /(?:尾号|后四位|最后四位|ending (?:in|with)|ends (?:in|with)|last four(?: digits)?(?: are| is)?)[^\d]{0,4}(\d{4})(?!\d)/.exec(
    text,
  )?.[1] ?? null;

/** Bought, paid, sent or come in those days: which of them the words mean is not told. */
const fallsIn = ({ placedAt, paidAt, receivedAt }: OrderView, from: number, to: number): boolean =>
  [placedAt, paidAt, receivedAt].some((at) => at !== null && at >= from && at < to + day / 24);

function statesIn(text: string): { said: string; states: State[] }[] {
  return stateWords.flatMap(([pattern, fit]) => {
    const said = pattern.exec(text)?.[0];
    return said === undefined ? [] : [{ said, states: [...fit] }];
  });
}

const stateWords: readonly (readonly [RegExp, readonly State[]])[] = [
  [
    /(?:没有?|未|不|才能?|什么时候|啥时候|几时).{0,3}(?:发货|发出)|催.{0,2}发货|\b(?:hasn'?t|not|has not) (?:been )?(?:shipped|dispatched|sent)\b|刚(?:拍|下单|付款?)/,
    ['paid'],
  ],
  [
    /没有?(?:收到|到货|送到)|(?:还|怎么)没到|没动|物流|快递.{0,6}(?:到哪|没|不)|到哪(?:了|里)|\b(?:hasn'?t|has not|not) (?:arrived|come|delivered)\b|\bwhere is (?:my|the)\b|\btracking\b/,
    ['dispatched'],
  ],
  [
    /(?<!没有?|未|还没|没)(?:收到|拿到|到手|签收|穿了|用了|洗了|打开)(?!吗|没)|\b(?:arrived|received|came|got it|opened|wore|washed)\b/,
    ['received'],
  ],
  [/(?:退|换)(?:的|回去?的?).{0,6}(?:到|收|处理|款)|\bmy return\b|\brefund (?:status|yet)\b/, ['returning']],
  [/没付款?|付不了|付款失败|\bcan'?t pay\b|\bunpaid\b/, ['unpaid']],
];

const costs = (order: OrderView, fen: number): boolean =>
  [
    order.totalFen,
    order.paidFen,
    ...order.lines.flatMap(({ priceFen, paidFen }) => [priceFen, paidFen]),
  ].some(
    // People leave the odd fen away.
    (sum) => sum !== null && sum > 0 && (sum === fen || Math.floor(sum / 100) * 100 === fen),
  );

type LineClue = Clue & { share: number };

function cluesOn(line: OrderLine, text: string, all: readonly OrderView[]): LineClue[] {
  const title = lower(line.title);
  const spec = lower(line.spec);
  const clues: LineClue[] = [];
  const words = sharedWords(text, title);
  // What every one of the customer's orders holds tells none of them.
  const rarity = (holds: (other: OrderLine) => boolean): number => {
    const holding = all.filter(({ lines }) => lines.some(holds)).length;
    return holding >= all.length && all.length > 1 ? 0.2 : 1 / Math.sqrt(Math.max(1, holding));
  };
  if (words !== null) {
    clues.push({ kind: 'words', said: words, share: rarity((other) => lower(other.title).includes(words)) });
  }
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

/** The longest run that text and title share: three characters of Chinese, or a word of five letters. */
function sharedWords(text: string, title: string): string | null {
  let longest = '';
  for (let start = 0; start < title.length; start++) {
    let end = start + Math.max(3, longest.length + 1);
    while (end <= title.length && text.includes(title.slice(start, end))) longest = title.slice(start, end++);
  }
  const run = longest.trim();
  if (common.test(run)) return null;
  return /[\u3400-\u9fff]{3}/.test(run) || /\b[a-z]{5,}\b/.test(run) ? run : null;
}

/** What many titles say and nobody means by it. */
const common = /^(?:新生儿|婴幼儿|婴儿的|宝宝的|儿童的|男女童|男宝女宝|[a-z]{1,4})$/;
