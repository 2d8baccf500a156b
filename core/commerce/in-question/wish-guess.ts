/** What the customer may want and why, from their words: a guess to begin with, which the agent looks at. */
import type { Turn } from '../../standard/facts.ts';
import { readingsOf } from '../../standard/readings.ts';
import type { OrderView } from '../order-api.ts';
import type { Reason, Wish } from '../policy/claim.ts';

export interface WishGuess {
  wish: Wish;
  reason: Reason;
  /** The words it was guessed from; '' where none told the one or the other. */
  wishSaid: string;
  reasonSaid: string;
  /** When they were first said: what was asked for in time stays in time. */
  askedAt: number | null;
}

/** The last message that says something decides; null: none does. */
export function wishIn(turns: readonly Turn[]): WishGuess | null {
  const from = Math.max(0, turns.length - lookBack);
  let wish: Read<Wish> | null = null;
  let reason: Read<Reason> | null = null;
  for (let turn = turns.length - 1; turn >= from; turn--) {
    if (turns[turn]!.from !== 'customer') continue;
    wish ??= wishOf(turns, turn);
    reason ??= reasonOf(turns, turn);
  }
  if (!wish && !reason) return null;
  const given = wish?.what ?? usual[reason!.what];
  const said = [wish, reason].flatMap((read) => (read ? [read.turn] : []));
  return {
    wish: given,
    reason: reason?.what ?? 'no-reason',
    wishSaid: wish?.said ?? '',
    reasonSaid: reason?.said ?? '',
    askedAt: turns[Math.min(...said)]?.at ?? null,
  };
}

/** What the shop itself did to the line tells more than the customer can know: "not sent yet" was sold twice. */
export function withOrder(guess: WishGuess, order: OrderView, line: number | null): WishGuess {
  const code = order.lines[line ?? 0]?.skuCode;
  const isShort = order.changes.some(
    ({ kind, skuCode, agreedAt }) => skuCode === code && (kind !== 'oversell-change' || agreedAt === null),
  );
  if (!isShort || order.state !== 'paid' || !vague.includes(guess.reason)) return guess;
  return { ...guess, reason: 'oversell', wish: guess.wishSaid === '' ? usual.oversell : guess.wish };
}

const vague: readonly Reason[] = ['late', 'no-reason', 'other'];

const lookBack = 24;

interface Read<T> {
  what: T;
  said: string;
  turn: number;
}

/** What people mostly want for a reason, where they only tell what is wrong. */
const usual: Record<Reason, Wish> = {
  'no-reason': 'return',
  defect: 'return',
  'wrong-item': 'exchange',
  'missing-item': 'refund',
  oversell: 'exchange',
  late: 'compensation',
  other: 'return',
  harm: 'return',
  'false-claim': 'return',
};

function wishOf(turns: readonly Turn[], turn: number): Read<Wish> | null {
  const { text } = readingsOf(turns).view(turn);
  for (const [what, pattern] of wishPatterns) {
    const said = pattern.exec(text)?.[0];
    if (said !== undefined) return { what, said: said.trim(), turn };
  }
  return null;
}

function reasonOf(turns: readonly Turn[], turn: number): Read<Reason> | null {
  const readings = readingsOf(turns);
  const { text, original } = readings.view(turn);
  // Harm is read by the standard itself, which knows what is only feared or meant as a joke.
  const { harm } = readings.customer(turn);
  if (harm) return { what: 'harm', said: original.slice(harm.start, harm.end), turn };
  for (const [what, pattern] of reasonPatterns) {
    const said = pattern.exec(text)?.[0];
    if (said !== undefined) return { what, said: said.trim(), turn };
  }
  return null;
}

const unless = '(?<!不|不想|不要|不用|别|没|没有|未|无法)';

/** In the order in which they are looked for: what names one thing before what names many. */
const wishPatterns: readonly (readonly [Wish, RegExp])[] = [
  [
    'price-difference',
    /差价|价差|价保|保价|补差|买贵|降价了?|(?:便宜|优惠)(?:了|这么多|好多|那么多)|price (?:difference|match|drop|adjustment|protection)|cheaper now|went on sale|now on sale/,
  ],
  [
    'address-change',
    /(?:改|换|修改|更改|变更|填错|写错|选错|寄错|错)了?(?:一?下)?.{0,4}(?:收货)?(?:地址|收货人|收件人|电话|手机号)|(?:地址|收货人|收件人|电话|手机号).{0,8}(?:改|换|修改|更改|变更|填错|写错|错了|不对)|(?:change|update|correct|wrong) .{0,12}address|address .{0,12}(?:wrong|change|update)|send it to (?:a|another|my (?:new|other))/,
  ],
  [
    'size-change',
    /改(?:成|为|个|大|小|一下)?.{0,8}(?:码|号(?!码)|尺寸|颜色|色)|(?:尺码|颜色|尺寸|型号|规格).{0,6}改|(?:拍|选|买|下)错.{0,4}(?:码|尺码|颜色|号|规格|色)|change .{0,12}(?:size|colou?r)|(?:size|colou?r) .{0,8}changed/,
  ],
  [
    'close',
    /(?:取消|关闭|关掉|撤销|撤)(?!了吗|成功|不了).{0,6}(?:订单|单|这|吧|掉|$)|(?:帮我|给我|麻烦|请|想|要|能)取消|(?:不想?要|不买)了|(?:拍|买|下)(?:重复|重了|多了)|\bcancel\b/,
  ],
  [
    'compensation',
    new RegExp(
      `${unless}(?:补偿|赔偿|赔付|赔我|赔点|赔钱|补点)|\\bcompensat|\\bgoodwill\\b|something for (?:my|the) trouble|part(?:ial)? refund`,
    ),
  ],
  [
    'exchange',
    new RegExp(
      `${unless}(?:换货|换(?:一?[个件双条套台只]|成|大|小|码|号|新|别|另)|调换|更换|想换|能换|可以换|给换|重新?发|重寄|补发|补寄)|\\b(?:exchange|swap|replace(?:ment|d)?|resend|send (?:me )?(?:another|a new|the right))\\b`,
    ),
  ],
  [
    'refund',
    new RegExp(
      `${unless}(?:退款|退钱|退我钱|把钱退|仅退|钱.{0,4}退|退.{0,4}(?:钱|款))|\\brefund(?:ed)?\\b|\\bmoney back\\b`,
    ),
  ],
  [
    'return',
    new RegExp(
      `${unless}(?:退货|退换|寄回|拒收|七天无理由|7天无理由|想退|要退|能退|可以退|申请退|给退|退了|退掉|退回|(?:可以|能|想|要).{0,4}退)|\\breturn(?:ed|ing|s)?\\b|\\bsend (?:it|them|this) back\\b`,
    ),
  ],
];

const reasonPatterns: readonly (readonly [Reason, RegExp])[] = [
  [
    'false-claim',
    /虚假(?:宣传|广告)?|宣传.{0,4}(?:不实|不符|骗)|(?:页面|详情|介绍|广告|宣传|主播|直播).{0,6}(?:说|写|讲)的?(?:是|有)?.{0,14}(?:根本|却|结果|其实|不是|没有)|假(?:货|冒)|fals(?:e|ely) (?:advert|claim)|misleading|not as (?:advertised|described)|counterfeit|\bfake\b/,
  ],
  [
    'missing-item',
    /(?:少|漏)(?:发|寄|给|装|了一?|一)(?!钱)(?:了)?.{0,3}(?:[件个双条包只套样]|$)?|(?:包裹|盒子|箱子|袋子|快递)里?.{0,2}(?:没有|少|缺|只有)|缺(?:了)?(?:一|两|1|2)?[件个双条只]|\bmissing\b|\bnot in (?:the|my) (?:parcel|box|package|bag)\b|only (?:got|received) (?:one|1|two|2|half)/,
  ],
  [
    'wrong-item',
    /(?:发|寄|送|配)错|错发|(?:发|寄|送)(?:来|成|给我)?的(?:却|怎么|居然|竟然)?(?:是|不是)|不是我(?:买|拍|要|订|选)的|(?:码数?|尺码|颜色|款式?|型号)(?:都)?(?:不对|不一样|不符|搞错|弄错)|货不对板|(?:和|跟|与).{0,8}(?:拍|订|买)的不(?:一样|符)|\bwrong (?:item|one|size|colou?r|product|thing)\b|\bnot what i ordered\b|\b(?:sent|got|received) .{0,14}instead of\b/,
  ],
  ['oversell', /缺货|没货了?|断货|超卖|无货|out of stock|sold out|oversold|back.?order/],
  [
    'late',
    /(?:物流|快递|包裹|信息).{0,8}(?:没有?|不|停|卡).{0,3}(?:更新|动|变|了)|(?:几|好几|多少|这么|\d+|[一二两三四五六七八九十]+)天.{0,4}(?:没|未|不)(?:有)?(?:到|收到|发|动|更新)|(?:怎么|为什么|咋|都|还)还?(?:没|不)(?:有)?(?:发货?|到货?|收到|寄|送)|什么时候(?:才)?(?:能)?(?:发货|到)|太慢|这么慢|延误|丢(?:件|了|失)|催(?:一下|发货|快递)|超时|(?:hasn'?t|has not|haven'?t|never|not yet|still not|still hasn'?t) .{0,12}(?:arrived|come|received|shipped|delivered|moved|updated)|\blate\b|\bdelayed\b|where(?: i|')s my|\bstuck\b|no (?:tracking|update)/,
  ],
  [
    'defect',
    /坏(?:了|的)|破(?:了|的|损|洞)|脱线|开线|开胶|开裂|掉(?:色|毛|漆|了|扣|线|钻)|起球|褪色|染色|色差|污渍|脏的?|瑕疵|次品|残次|质量(?:问题|太差|差|不好|不行|有)|裂(?:了|开|缝)|漏(?:水|气|电|液)|断(?:了|掉)|有(?:洞|线头|味|异味|划痕|裂)|不能用|用不了|不好使|没反应|失灵|异响|拉链.{0,3}(?:坏|掉|卡|拉不)|不亮|不转|\b(?:defect(?:ive)?|broken|torn|ripped|faulty|damaged|stain(?:ed)?|doesn'?t work|does not work|stopped working|peel(?:ing|ed)|cracked|leak(?:s|ing)?|hole in|fell (?:off|apart)|came (?:off|apart))\b/,
  ],
  [
    'no-reason',
    /不合适|不合身|不喜欢|(?:太|有点|偏)(?:大|小|长|短|紧|松|肥|瘦)了?|(?:买|穿)(?:大|小)了|不想要|买多了|(?:拍|买|选)错|七天无理由|7天无理由|无理由|\b(?:doesn'?t|does not|didn'?t|don'?t) (?:fit|like|suit)\b|\btoo (?:big|small|large|tight|long|short|loose)\b|\bchanged (?:my|her|his) mind\b|\bno longer (?:want|need)\b|\bordered (?:the )?wrong\b/,
  ],
];
