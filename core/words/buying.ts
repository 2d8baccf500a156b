/** What an agent tells a customer of sizes, prices, what goes together and what is not there: whole sentences, ready for the reply. */
import type { ShortageView } from '../commerce/buying-api.ts';
import type { Plan } from '../commerce/policy/decision.ts';
import type { BasketLine } from '../commerce/price/basket.ts';
import type { Price } from '../commerce/price/best-price.ts';
import type { SizeAdvice, SizeWhy } from '../commerce/size/advise-size.ts';
import type { Measure } from '../commerce/size/size-table.ts';
import type { Lang } from '../standard/facts.ts';
import { yuan } from './policy.ts';

type Both = Record<Lang, string>;

/** ¥129.00, or USD 12.50. */
export const amountWords = (fen: number, currency: string): string =>
  currency === 'CNY' ? yuan(fen) : `${currency} ${yuan(fen).replace('¥', '')}`;

export function priceWords(
  lines: readonly BasketLine[],
  { beforeFen, steps, totalFen, nearly }: Price,
  currency: string,
  lang: Lang,
): string {
  const money = (fen: number) => amountWords(fen, currency);
  const zh = lang === 'zh';
  const goods = lines.map(({ title, spec, quantity, unitFen, listFen, promotion }) => {
    const what = [title, spec].filter(Boolean).join(' ');
    const now = `${what} × ${quantity}${zh ? '：' : ': '}${money(unitFen * quantity)}`;
    if (!promotion || listFen <= unitFen) return now;
    const before = money(listFen * quantity);
    return now + (zh ? `（${promotion.name}，平时 ${before}）` : ` (${promotion.name}, otherwise ${before})`);
  });
  const off = steps.map(({ name, offFen }) => `${name}${zh ? '：' : ': '}-${money(offFen)}`);
  const total = zh
    ? `${steps.length > 0 ? '优惠后' : '一共'} ${money(totalFen)}，运费以下单页显示为准。`
    : `${steps.length > 0 ? 'After the discounts' : 'In all'} ${money(totalFen)}; the checkout shows the freight.`;
  const more =
    nearly &&
    (zh
      ? `再加 ${money(nearly.missingFen)}，“${nearly.name}”可以减 ${money(nearly.offFen)}。`
      : `With ${money(nearly.missingFen)} more, “${nearly.name}” takes ${money(nearly.offFen)} off.`);
  return [
    zh ? '这几件帮您算好了：' : 'I have worked it out for you:',
    ...goods,
    ...(steps.length > 0 ? [`${zh ? '小计 ' : 'Subtotal '}${money(beforeFen)}`, ...off] : []),
    total,
    ...(more ? [more] : []),
  ].join('\n');
}

export const measureName = (measure: Measure, lang: Lang): string => measureNames[measure][lang];

const measureNames: Record<Measure, Both> = {
  height: { zh: '身高', en: 'height' },
  weight: { zh: '体重', en: 'weight' },
  foot: { zh: '脚长', en: 'foot length' },
  head: { zh: '头围', en: 'head girth' },
  bust: { zh: '胸围', en: 'bust' },
  waist: { zh: '腰围', en: 'waist' },
};

export const unitOf = (measure: Measure): string => (measure === 'weight' ? 'kg' : 'cm');

const valueWords = (measure: Measure, value: number, lang: Lang) =>
  `${measureName(measure, lang)} ${value} ${unitOf(measure)}`;

/** Why, for the agent: a clause a line. */
export function sizeWhyWords(why: SizeWhy, lang: Lang): string {
  const zh = lang === 'zh';
  switch (why.why) {
    case 'fits':
    case 'near-end':
    case 'shared': {
      const range = `${why.from}–${why.to} ${unitOf(why.measure)}`;
      const value = valueWords(why.measure, why.value, lang);
      const fits = zh ? `${value} 合 ${why.size} 码（${range}）` : `${value} fits ${why.size} (${range})`;
      if (why.why === 'near-end') return fits + (zh ? '，接近上限' : ', near its end');
      return why.why === 'shared' ? fits + (zh ? '，也合小一码' : ', and the one below too') : fits;
    }
    case 'gap': {
      const value = valueWords(why.measure, why.value, lang);
      return zh
        ? `${value} 在 ${why.size} 码和小一码之间`
        : `${value} lies between ${why.size} and the one below`;
    }
    case 'outside': {
      const value = valueWords(why.measure, why.value, lang);
      const range = `${why.from}–${why.to} ${unitOf(why.measure)}`;
      return zh ? `${value} 不在尺码表内（${range}）` : `${value} is outside the table (${range})`;
    }
    case 'not-given':
      return zh ? `没有给${measureName(why.measure, lang)}` : `${measureName(why.measure, lang)} not given`;
    case 'larger':
      return zh ? '两码之间，多数人选大一码' : 'between two, where most take the larger';
    case 'too-far-apart':
      return zh
        ? '各项相差不止一码，请顾客再量一次'
        : 'the measures are more than one size apart: ask to measure again';
    case 'nothing-given':
      return zh ? '请先问身高、体重' : 'ask for the measures first';
  }
}

/** What the customer is told; null: there is nothing to tell yet. */
export function sizeWords(
  name: string,
  { size, other, confidence, why }: SizeAdvice,
  lang: Lang,
): string | null {
  const zh = lang === 'zh';
  const given = why.flatMap((one) => ('value' in one ? valueWords(one.measure, one.value, lang) : []));
  const missing = why.flatMap((one) => (one.why === 'not-given' ? measureName(one.measure, lang) : []));
  const body = given.join(zh ? '、' : ' and ');
  if (size === null) return noSizeWords(name, why, body, zh ? 'zh' : 'en');
  const ask =
    missing.length === 0
      ? ''
      : zh
        ? `这是只按${given.length > 1 ? '这几项' : '这一项'}看的，方便的话再告诉我${missing.join('和')}，会更准一些。`
        : ` This goes by what I know so far; with the ${missing.join(' and ')} I can tell more exactly.`;
  if (confidence === 'between')
    return zh
      ? `${body}，按${name}的尺码表在 ${other} 码和 ${size} 码之间；多数顾客会选大一码，建议您选 ${size} 码。${ask}`
      : `With ${body}, the size table of ${name} puts you between ${other} and ${size}; most customers take the larger one, so I suggest ${size}.${ask}`;
  const soon =
    other === null
      ? ''
      : zh
        ? `现在接近上限，想多穿一阵可以选 ${other} 码。`
        : ` It is near the end of that size: for longer wear take ${other}.`;
  return zh
    ? `${body}，按${name}的尺码表建议您选 ${size} 码。${soon}${ask}`
    : `With ${body}, the size table of ${name} suggests ${size}.${soon}${ask}`;
}

function noSizeWords(name: string, why: readonly SizeWhy[], body: string, lang: Lang): string | null {
  const outside = why.find((one) => one.why === 'outside');
  if (outside) {
    const range = `${outside.from}–${outside.to} ${unitOf(outside.measure)}`;
    const measure = measureName(outside.measure, lang);
    return lang === 'zh'
      ? `帮您对过尺码表了：${name}做的是${measure} ${range}，您说的 ${outside.value} ${unitOf(outside.measure)} 不在里面，怕穿着不合身。我帮您找找别的款，好吗？`
      : `I looked at the size table for you: ${name} is made for a ${measure} of ${range}, and ${outside.value} ${unitOf(outside.measure)} lies outside, so I am afraid it would not fit well. Shall I look for another style for you?`;
  }
  if (!why.some((one) => one.why === 'too-far-apart')) return null;
  return lang === 'zh'
    ? `${body}，按${name}的尺码表对应的码差得比较多，麻烦您方便时再量一次，我马上帮您看。`
    : `With ${body}, the size table of ${name} points to sizes that are far apart. Could you please measure once more? I will look at it right away.`;
}

export function companionWords(
  name: string,
  companion: { name: string; together: number; percent: number },
  { of, days }: { of: number; days: number },
  lang: Lang,
): string {
  return lang === 'zh'
    ? `近 ${days} 天买${name}的 ${of} 单里，有 ${companion.together} 单一起买了${companion.name}，现在有货，您需要的话可以一起看看。`
    : `Of the ${of} orders with ${name} in the last ${days} days, ${companion.together} also had ${companion.name}. It is in stock, if you would like to have a look.`;
}

/** The choice that the customer is asked for; nothing of it is done before they answer. */
export function shortageWords(
  {
    title,
    spec,
    units,
    quantity,
    currency,
    decision,
    swaps,
  }: Pick<ShortageView, 'title' | 'spec' | 'units' | 'quantity' | 'currency' | 'decision' | 'swaps'>,
  lang: Lang,
): string {
  const zh = lang === 'zh';
  const what = [title, spec].filter(Boolean).join(' ');
  const many = quantity > 1 ? (zh ? `有 ${units} 件` : `${units} of ${quantity} of `) : '';
  const plans = decision.plans.flatMap((plan) => planWords(plan, swaps, currency, lang) ?? []);
  const list = plans.map((plan, at) => `${at + 1}. ${plan}`);
  return (
    zh
      ? [
          `非常抱歉，您订的${what}${many}发货前发现缺货了，是我们的库存没有核对好。您看怎么安排合适：`,
          ...list,
          '您决定之前，订单不会有任何改动。您选哪一个，我来帮您办好。',
        ]
      : [
          `I am very sorry: ${many}${what} in your order turned out to be out of stock before dispatch. We should have checked our stock better. What would suit you?`,
          ...list,
          'Nothing in your order changes before you decide. Tell me which you prefer and I will take care of it.',
        ]
  ).join('\n');
}

function planWords(
  { kind, amount, apart }: Plan,
  swaps: readonly { spec: string }[],
  currency: string,
  lang: Lang,
): string | null {
  const zh = lang === 'zh';
  const money = (fen: number) => amountWords(fen, currency);
  switch (kind) {
    case 'exchange': {
      const there = swaps.slice(0, 4).map(({ spec }) => spec);
      if (there.length === 0) return null;
      return zh
        ? `换成现在有货的（${there.join('、')}），优先给您发出`
        : `Swap it for one that is in stock (${there.join(', ')}); it is sent first`;
    }
    case 'refund':
      if (amount === null) return null;
      return zh
        ? `退款 ${money(amount)}${apart > 0 ? `，并另加 ${money(apart)} 表示歉意` : ''}`
        : `A refund of ${money(amount)} the way you paid${apart > 0 ? `, and ${money(apart)} on top for the trouble` : ''}`;
    case 'wait':
      return zh ? '先等等，到货就给您发出' : 'Wait, and it is sent when it comes in';
    default:
      return null;
  }
}
