/** What the shop's tables do not say, and what would come out otherwise if it were otherwise: only that is asked. */
import { type Answers, type Asked, claimOfOrder, skuOf } from './claim-of-order.ts';
import type { Wish } from './claim.ts';
import { decide } from './decide.ts';
import { paidFor, refundedOf } from './line-money.ts';
import { type OrderFacts, priceNow, productOf, statusOf, stockOf, timesOf } from './order-facts.ts';
import type { Policy } from './policy.ts';

export type QuestionKey = keyof Answers;

export type Question =
  | { key: FlagKey; kind: 'flag'; value: boolean; isAnswered: boolean }
  | { key: MoneyKey; kind: 'money'; value: number | null; isAnswered: boolean }
  | { key: DayKey; kind: 'day'; value: number | null; isAnswered: boolean }
  | { key: 'exchangeFor'; kind: 'sku'; value: string | null; isAnswered: boolean; choices: SkuChoice[] };

export interface SkuChoice {
  code: string;
  words: string;
  stock: number | null;
}

const flags = [
  'closeAsked',
  'bookedIn',
  'tags',
  'resaleable',
  'proof',
  'exclusionConfirmed',
  'repairsFailed',
  'differencePaid',
  'inStock',
] as const;
export type FlagKey = (typeof flags)[number];
export type MoneyKey = 'paid' | 'refunded' | 'lowerPrice';
export type DayKey = 'paidAt' | 'receivedAt';

/** In force where nobody answers. */
const defaults: Record<FlagKey, boolean> = {
  closeAsked: false,
  bookedIn: false,
  tags: true,
  resaleable: true,
  proof: false,
  exclusionConfirmed: false,
  repairsFailed: false,
  differencePaid: false,
  inStock: false,
};

export function questionsOn(facts: OrderFacts, asked: Asked, answers: Answers, policy: Policy): Question[] {
  const decided = (given: Answers) =>
    JSON.stringify(decide(claimOfOrder(facts, asked, given, policy), policy));
  const now = decided(answers);
  return openQuestions(facts, asked, answers).filter((question) => {
    if (question.kind === 'sku') return question.choices.length > 0;
    if (question.isAnswered) return true;
    return othersOf(question, asked.now).some(
      (other) => decided({ ...answers, [question.key]: other }) !== now,
    );
  });
}

/** What it could be instead. */
function othersOf({ kind, value }: Question, now: number): (boolean | number)[] {
  switch (kind) {
    case 'flag':
      return [!value];
    case 'money':
      return [((value as number | null) ?? 0) + 100];
    default:
      return [now, now - 20 * day, 0];
  }
}

const day = 86_400_000;

function openQuestions(facts: OrderFacts, asked: Asked, answers: Answers): Question[] {
  const { order, history } = facts;
  const { line, wish, now } = asked;
  const item = order.lines[line]!;
  const paid = paidFor(order, item);
  const refunded = refundedOf(order, item);
  const status = statusOf(facts, line);
  const isKnown: Record<FlagKey, boolean> = {
    closeAsked: history.closeAsked !== null,
    bookedIn: history.returnBookedIn !== null,
    tags: false,
    resaleable: false,
    proof: false,
    exclusionConfirmed: false,
    repairsFailed: false,
    differencePaid: history.priceDifferencePaid !== null,
    inStock: Object.hasOwn(stockOf(facts, line), answers.exchangeFor ?? skuOf(facts, line)),
  };
  const found: Question[] = flags
    .filter((key) => !isKnown[key])
    .map((key) => ({
      key,
      kind: 'flag',
      value: answers[key] ?? defaults[key],
      isAnswered: answers[key] !== undefined,
    }));
  const figure = (key: MoneyKey, value: number | null) =>
    found.push({ key, kind: 'money', value: answers[key] ?? value, isAnswered: answers[key] != null });
  const moment = (key: DayKey, value: number | null) =>
    found.push({ key, kind: 'day', value: answers[key] ?? value, isAnswered: answers[key] != null });
  if (status === 'received' && timesOf(facts, line).receivedAt === null) moment('receivedAt', null);
  if (status !== 'unpaid' && order.paidAt === null) moment('paidAt', order.placedAt);
  if (paid.isEstimate) figure('paid', paid.fen);
  if (refunded.isEstimate) figure('refunded', refunded.fen);
  if (wish === 'price-difference' && priceNow(facts, line, now) === null) figure('lowerPrice', null);
  if (swaps.includes(wish)) found.unshift(whichSku(facts, line, answers));
  return found;
}

const swaps: readonly Wish[] = ['exchange', 'size-change'];

function whichSku(facts: OrderFacts, line: number, { exchangeFor }: Answers): Question {
  const own = facts.order.lines[line]!.skuCode;
  const skus = productOf(facts, line)?.skus ?? [];
  const choices = skus
    .filter(({ code }) => code !== own)
    .map(({ code, spec, size, stock }) => ({ code, words: spec ?? size ?? code, stock }));
  return {
    key: 'exchangeFor',
    kind: 'sku',
    value: exchangeFor ?? null,
    isAnswered: exchangeFor != null,
    choices,
  };
}
