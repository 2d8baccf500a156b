/** A plan as an agent may put it to the customer: polite, no more promised than the policy gives. */
import type { Claim } from '../commerce/policy/claim.ts';
import type { Plan, PlanKind } from '../commerce/policy/decision.ts';
import type { Policy } from '../commerce/policy/policy.ts';
import type { Lang } from '../standard/facts.ts';
import { customerDay, money } from './customer-words.ts';
import { endOfWindow } from '../commerce/policy/window.ts';

export interface Offer {
  plan: Plan;
  claim: Claim;
  policy: Policy;
  /** What the customer would get instead, in the shop's words. */
  instead: string | null;
  currency: string;
}

export function offerWords(offer: Offer, lang: Lang): string {
  const { plan, claim } = offer;
  if (claim.reason === 'harm' || claim.reason === 'false-claim') return grave[claim.reason][lang];
  const words = sentences[plan.of](offer)[lang];
  const filled = fill(words, valuesOf(offer, lang));
  const extra = [apartWords(offer, lang), approvalWords(plan, lang)].filter(Boolean);
  return [filled, ...extra].join(lang === 'zh' ? '' : ' ');
}

type Words = Record<Lang, string>;

/** A person first: no goods and no money in these words. */
const grave: Record<'harm' | 'false-claim', Words> = {
  harm: {
    zh: '您和家人现在怎么样？先照顾好身体，不舒服的话请尽快就医，并留好照片和就诊单据。这件事我马上请主管一起跟进，一定认真对待。',
    en: 'How are you and your family now? Please look after yourselves first, see a doctor if anything feels wrong, and keep the photos and the papers. I am asking our supervisor to look after this with me.',
  },
  'false-claim': {
    zh: '谢谢您指出来，这件事我们很重视。方便的话，请把您看到的说明截图发给我，我请主管一起核实，再给您答复。',
    en: 'You were right to tell us, and we take it seriously. Could you send me a picture of what you read? Our supervisor and I will check it and come back to you.',
  },
};

const freightOf = ({ plan }: Offer): Words =>
  plan.freight === 'shop'
    ? { zh: '来回运费由我们承担', en: 'we pay the postage both ways' }
    : { zh: '寄回的运费需要麻烦您承担', en: 'the postage back would be yours' };

const sentences: Record<PlanKind, (offer: Offer) => Words> = {
  return: (offer) =>
    offer.plan.amount === null
      ? {
          zh: `可以寄回来{until}，${freightOf(offer).zh}；这一件没有收过钱，没有退款。`,
          en: `You can send it back{until}; ${freightOf(offer).en}. Nothing was charged for this one, so no money goes back.`,
        }
      : offer.claim.order.status === 'dispatched'
        ? {
            zh: `可以给您办理退货：包裹到了之后拒收，或者签收后寄回都可以，${freightOf(offer).zh}；仓库收到并核对后，{days} 天内按原支付方式退您 {amount}。`,
            en: `You can send it back: refuse the parcel, or return it after it has come; ${freightOf(offer).en}. Once the warehouse has checked it, {amount} goes back the way you paid within {days} days.`,
          }
        : {
            zh: `可以给您办理退货{until}，${freightOf(offer).zh}；仓库收到并核对后，{days} 天内按原支付方式退您 {amount}。`,
            en: `You can return it{until}; ${freightOf(offer).en}. Once the warehouse has checked it, {amount} goes back the way you paid within {days} days.`,
          },
  exchange: (offer) =>
    offer.plan.freight === null
      ? {
          zh: '还没有发货，可以直接给您换成{instead}，不用另外付费。',
          en: 'It has not left yet, so we can change it to {instead} for you at no cost.',
        }
      : {
          zh: `可以给您换{instead}，目前有货，${freightOf(offer).zh}。`,
          en: `We can exchange it for {instead}, which is in stock now; ${freightOf(offer).en}.`,
        },
  refund: ({ claim }) =>
    claim.order.status === 'paid'
      ? {
          zh: '还没有发货，可以给您退款，{amount} 按原支付方式退回。',
          en: 'It has not left yet, so we can refund you: {amount} goes back the way you paid.',
        }
      : {
          zh: '可以给您退款，{amount} 按原支付方式退回。',
          en: 'We can refund you: {amount} goes back the way you paid.',
        },
  resend: () => ({
    zh: '实在抱歉给您添麻烦了，可以给您重新补发一件，运费由我们承担。',
    en: 'I am sorry for the trouble. We can send you the right one, and we pay the postage.',
  }),
  repair: () => ({
    zh: '还在质保期内，可以寄回来给您免费维修，来回运费由我们承担。',
    en: 'It is within the guarantee, so we can repair it for you free of charge, and we pay the postage both ways.',
  }),
  'keep-with-compensation': () => ({
    zh: '如果您愿意留下，可以给您补偿 {amount}，商品不用寄回。',
    en: 'If you would like to keep it, we can compensate you with {amount}, and nothing needs to be sent back.',
  }),
  'price-difference': () => ({
    zh: '这个差价可以补给您，一共 {amount}，按原支付方式退回。',
    en: 'We can pay you the difference: {amount} in all, the way you paid.',
  }),
  compensation: ({ claim }) =>
    claim.reason === 'late'
      ? {
          zh: '让您久等了，很抱歉。我们可以补偿您 {amount}。',
          en: 'I am sorry that you have had to wait so long. We can compensate you with {amount}.',
        }
      : {
          zh: '给您添麻烦了，很抱歉。我们可以补偿您 {amount}。',
          en: 'I am sorry for the trouble. We can compensate you with {amount}.',
        },
  gift: () => ({
    zh: '我们也可以随单送您一份小礼物，聊表心意。',
    en: 'We could also add a small gift to your order.',
  }),
  wait: ({ claim }) =>
    claim.order.status === 'dispatched'
      ? {
          zh: '包裹还在路上，也可以麻烦您再等一等，物流有新的进展我会告诉您。',
          en: 'The parcel is on its way. You could also wait a little, and I will tell you when it moves.',
        }
      : {
          zh: '您也可以先等一等，到货后我们优先给您发出。',
          en: 'You could also wait: as soon as it is in stock, yours is among the first to leave.',
        },
  intercept: () => ({
    zh: '包裹已经在路上了，可以请快递帮忙拦截；能不能拦到要看快递那边，先跟您说明一下。',
    en: 'The parcel is on its way. We can ask the courier to intercept it; whether it works is up to them, so I would rather say so now.',
  }),
  'special-approval': () => ({
    zh: '您的情况我来帮您申请。',
    en: 'I will put your case forward for you.',
  }),
};

/** Until when it may be asked for, where a window is what allows it. */
function untilWords({ plan, claim, policy }: Offer, lang: Lang): string {
  const { receivedAt } = claim.order;
  if (receivedAt === null || plan.freight !== 'customer' || plan.approval !== null) return '';
  const until = customerDay(endOfWindow(claim.zone, receivedAt, policy.days.return) - 1, claim.zone, lang);
  return lang === 'zh' ? `（${until}前申请都可以）` : ` (until ${until})`;
}

function apartWords({ plan, currency }: Offer, lang: Lang): string {
  if (plan.apart === 0) return '';
  const amount = money(plan.apart, currency, lang);
  return lang === 'zh'
    ? `缺货给您带来不便，另外补偿您 ${amount}。`
    : `For the inconvenience we add ${amount} as a compensation.`;
}

function approvalWords({ approval }: Plan, lang: Lang): string {
  if (approval === null) return '';
  return approval === 'lead'
    ? {
        zh: '这个方案需要组长确认，我先帮您申请，有结果第一时间告诉您。',
        en: 'Our team lead has to agree to this; I will ask now and tell you as soon as I know.',
      }[lang]
    : {
        zh: '这个方案需要主管确认，我先帮您申请，有结果第一时间告诉您。',
        en: 'Our supervisor has to agree to this; I will ask now and tell you as soon as I know.',
      }[lang];
}

function valuesOf(offer: Offer, lang: Lang): Record<string, string> {
  const { plan, policy, instead, currency } = offer;
  return {
    amount: money(plan.amount ?? 0, currency, lang),
    days: String(policy.days.payout),
    instead: instead ?? (lang === 'zh' ? '合适的尺码' : 'the size that fits'),
    until: untilWords(offer, lang),
  };
}

const fill = (words: string, values: Record<string, string>): string =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
