/** The clauses of the policy as sentences, for the agent who has to explain them. */
import type { Clause, Value, Why } from '../commerce/policy/why.ts';
import { day, offsetAt } from '../team/working-hours.ts';
import type { Lang } from '../standard/facts.ts';

export function whyWords({ clause, values }: Why, lang: Lang, zone: string): string {
  return clauses[clause][lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) return `{${name}}`;
    return name === 'excluded' ? exclusionName(String(value), lang) : valueWords(value, zone);
  });
}

function valueWords(value: Value, zone: string): string {
  if (typeof value !== 'object') return String(value);
  if ('fen' in value) return yuan(value.fen);
  if ('at' in value) return `${dateWords(value.at, zone)} ${clockWords(value.at, zone)}`;
  // 24:00 of a day is read on that day, not at 00:00 of the next.
  return `${dateWords(value.endOfDay - day / 2, zone)} 24:00`;
}

export function yuan(fen: number): string {
  const whole = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}¥${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

const wall = (moment: number, zone: string) => new Date(moment + offsetAt(zone, moment)).toISOString();
const dateWords = (moment: number, zone: string) => wall(moment, zone).slice(0, 10);
const clockWords = (moment: number, zone: string) => wall(moment, zone).slice(11, 16);

const exclusionName = (kind: string, lang: Lang): string => exclusions[kind]?.[lang] ?? kind;

const exclusions: Record<string, Record<Lang, string>> = {
  'made-to-order': { zh: '定制商品', en: 'made to order' },
  fresh: { zh: '生鲜易腐', en: 'fresh or perishable' },
  'opened-media': { zh: '已拆封的音像、软件或下载商品', en: 'opened audio, video, software or downloads' },
  publication: { zh: '报纸期刊', en: 'newspapers and magazines' },
  'opened-hygiene': { zh: '已拆封的贴身卫生用品', en: 'opened hygiene goods' },
  'opened-digital': { zh: '已激活的数码商品', en: 'digital goods in use' },
  other: { zh: '其他经确认不退的商品', en: 'other goods confirmed as not returnable' },
};

const clauses: Record<Clause, Record<Lang, string>> = {
  'seven-days': {
    zh: '{received} 签收，{days} 天无理由退货到 {until} 为止；商品完好，在期限内。',
    en: 'Received {received}; it may go back without a reason within {days} days, until {until}. It is whole and in time.',
  },
  'late-return': {
    zh: '{received} 签收，{days} 天无理由已于 {until} 到期；吊牌完好、不影响再次销售，{lateUntil} 前可由组长特批退换，运费由顾客承担。',
    en: 'Received {received}; the {days} days without a reason ended {until}. With tags on and fit for resale the lead may agree until {lateUntil}; freight is the customer’s.',
  },
  'too-late': {
    zh: '{received} 签收，连特批的 {days} 天也已于 {lateUntil} 到期，不能无理由退换。',
    en: 'Received {received}; even the {days} days by special approval ended {lateUntil}. It cannot go back without a reason.',
  },
  'not-received-yet': {
    zh: '还没有签收记录，期限还没有开始计算。',
    en: 'No receipt is on record, so no window has begun.',
  },
  'no-tags': {
    zh: '“{title}”的吊牌已不在，不符合无理由退换的条件。',
    en: 'The tags of “{title}” are off, so it cannot go back without a reason.',
  },
  'not-whole': {
    zh: '“{title}”已不完整或影响再次销售，不符合无理由退换的条件；只是拆封查看不算。',
    en: '“{title}” is not complete or not fit for resale, so it cannot go back without a reason; unpacking to look would be no ground.',
  },
  excluded: {
    zh: '“{title}”不适用无理由退货（{excluded}）；有质量问题仍可退换。',
    en: '“{title}” does not come back without a reason ({excluded}); a defect would still count.',
  },
  'amount-paid': { zh: '退还这笔实付 {amount}。', en: 'What was paid goes back: {amount}.' },
  payout: {
    zh: '退款在包裹回到店里后 {days} 天内按原路退回。',
    en: 'The refund is paid the way the money came, within {days} days of the parcel reaching the shop.',
  },
  'all-refunded': {
    zh: '这一行实付的钱已全部退还，没有可再退的。',
    en: 'All that was paid for this line has gone back; nothing is left to refund.',
  },
  'nothing-paid': {
    zh: '订单还没有付款，没有可退的钱；不想要了可以关闭订单。',
    en: 'The order is not paid, so nothing can go back; it can be closed if it is not wanted.',
  },
  'cost-nothing': {
    zh: '这一行没有收过钱，没有可退的。',
    en: 'Nothing was charged for this line, so nothing can go back for it.',
  },
  'not-dispatched': {
    zh: '还没有发货，退款不需要寄回，也不占审批额度。',
    en: 'Nothing has left, so there is nothing to send back and no limit to count against.',
  },
  exchange: {
    zh: '“{title}”在签收后 {days} 天内、吊牌完好，有货可换；换的那件立即预留，运费由顾客承担。',
    en: '“{title}” is within {days} days of receipt with tags on, and the other is in stock: reserved at once, freight by the customer.',
  },
  'no-stock': {
    zh: '{sku} 没有库存，不能承诺换货；可以退货，或等到货。',
    en: '{sku} is not in stock, so no exchange is offered; give it back, or wait.',
  },
  defect: {
    zh: '质量问题：{received} 签收，{until} 前（{days} 天内）顾客可选退货或换货，来回运费由店铺承担。',
    en: 'Defect: received {received}; until {until} ({days} days) the customer chooses return or exchange, freight both ways by the shop.',
  },
  'defect-amount': {
    zh: '退货时退实付 {paid} 和发出运费 {freight}。',
    en: 'On return {paid} paid and {freight} outbound freight go back.',
  },
  'defect-keep': {
    zh: '愿意留下的，补偿不超过实付的 {percent}%，即 {most}。',
    en: 'Who keeps it gets at most {percent} % of what was paid: {most}.',
  },
  'defect-not-shown': {
    zh: '签收已超过 {days} 天，还没有照片、检测或退回后的查验能证明质量问题，先按无理由处理；补上证明再重新判断。',
    en: 'More than {days} days after receipt nothing shows the defect yet (picture, report, or found on return), so it is judged as without a reason; proof changes that.',
  },
  guarantee: {
    zh: '质量问题：在 {days} 天质保期内（到 {until}），维修或换货，运费由店铺承担。',
    en: 'Defect within the guarantee of {days} days (until {until}): repair or exchange, freight by the shop.',
  },
  'guarantee-return': {
    zh: '质保期内退货，需维修 {times} 次仍未修好，或组长同意。',
    en: 'Within the guarantee it goes back where {times} repairs failed, or where the lead agrees.',
  },
  'repairs-failed': {
    zh: '已维修 {times} 次仍未修好，可以退货。',
    en: '{times} repairs have failed, so it may go back.',
  },
  'guarantee-no-money': {
    zh: '过了退换期，质保期内只修换，不再补偿留用。',
    en: 'After the days for returns the guarantee repairs or exchanges; it pays no compensation for keeping.',
  },
  'guarantee-over': {
    zh: '退换期和质保期（{until}）都已过，按无理由处理。',
    en: 'The days for a defect and the guarantee (until {until}) are over; it is judged as without a reason.',
  },
  'wrong-item': {
    zh: '出库的是 {sent}，订单是 {sku}，也没有顾客同意的改单：发错货，补发、换货或退货，运费由店铺承担。',
    en: 'Sent: {sent}; ordered: {sku}; no change was agreed. A wrong item: resend, exchange or return, freight by the shop.',
  },
  'wrong-item-no-money': {
    zh: '发错货的处理里没有现金补偿，请先给出补发、换货或退货。',
    en: 'For a wrong item there is no compensation in money; offer to resend, exchange or take it back.',
  },
  'sent-as-ordered': {
    zh: '出库的 {sku} 与订单一致，不是发错货，按无理由处理。',
    en: 'What left is what was ordered ({sku}): no wrong item, so it is judged as without a reason.',
  },
  'agreed-change': {
    zh: '出库的是超卖改单中顾客同意的商品；顾客不满意时，留下可补偿不超过实付的 {percent}%（{most}），或者退货，运费由店铺承担。',
    en: 'What left is what the customer agreed to when it was oversold. Keeping it earns at most {percent} % of what was paid ({most}); else it comes back, freight by the shop.',
  },
  'missing-item': {
    zh: '出库少了 {sku} {units} 件：有货补发，没货退这几件的 {amount}，运费由店铺承担。',
    en: '{units} of {sku} did not leave: resent where in stock, else {amount} goes back; freight by the shop.',
  },
  'missing-no-money': {
    zh: '少发的补上或退款，不另作补偿。',
    en: 'What is missing is sent or refunded; there is no compensation beside it.',
  },
  'nothing-missing': {
    zh: '出库单显示 {sku} 已如数发出。请顾客再看看包裹，并核对称重和打包记录。',
    en: 'By the packing list {sku} left in full. Ask the customer to look again, and check the weight and the packing record.',
  },
  shortage: {
    zh: '“{title}”发货前缺货：换货、退款或等待，由顾客选；顾客答复前什么都不改。',
    en: '“{title}” is short before dispatch: swap, refund or wait, as the customer chooses; nothing changes before they answer.',
  },
  'shortage-compensation': {
    zh: '选择退款时，另补偿实付的 {percent}%，最多 {most}，这次是 {amount}。',
    en: 'With the refund comes, apart, {percent} % of what was paid, at most {most}: {amount}.',
  },
  'past-promise': {
    zh: '已超过承诺送达的 {promised}。先致歉，建工单，每天告知进展。',
    en: 'It is past the promised {promised}. Apologise, open a ticket, bring news every day.',
  },
  stalled: {
    zh: '从 {since} 起已有 {hours} 小时没有物流更新。先致歉，建工单，每天告知进展。',
    en: 'No scan since {since}, for {hours} hours. Apologise, open a ticket, bring news every day.',
  },
  'on-its-way': {
    zh: '{since} 还有物流更新，不超过 {hours} 小时，也没有过承诺时间：告知进展，请顾客稍等，到时再查。',
    en: 'It moved {since}, not more than {hours} hours ago, and the promise is not past: give news, ask to wait, look again.',
  },
  'not-late-yet': {
    zh: '没有超过承诺时间，也没有停滞 {hours} 小时：告知进展，请顾客稍等，到时再查。',
    en: 'It is neither past a promise nor stalled for {hours} hours: give news, ask to wait, look again.',
  },
  'arrived-in-time': {
    zh: '包裹在承诺时间内已签收，没有延误。',
    en: 'The parcel arrived within the promised time.',
  },
  'late-compensation': {
    zh: '延误补偿不超过实付的 {percent}%，且不超过 {most}，这次最多 {amount}。',
    en: 'Lateness earns at most {percent} % of what was paid and at most {most}: here {amount}.',
  },
  'nothing-to-keep': {
    zh: '商品不在顾客手里，谈不上留用补偿；可以退货或换货。',
    en: 'The customer does not have the goods in hand, so there is nothing to keep; return or exchange.',
  },
  'nothing-to-compensate': {
    zh: '按实付比例计算，补偿为零。',
    en: 'As a share of what was paid, the compensation is nothing.',
  },
  'compensation-without-ground': {
    zh: '“{title}”没有查到店铺的过错，补偿没有依据。',
    en: 'No fault of the shop is found with “{title}”, so there is no ground for a compensation.',
  },
  difference: {
    zh: '每件实付 {paid}，现价 {lower}，{units} 件共补差价 {amount}；每行只补一次。',
    en: 'Paid {paid} each, now {lower}: {amount} for {units}; once an order line.',
  },
  'price-days': {
    zh: '{paid} 付款，{days} 天价格保护到 {until}。',
    en: 'Paid {paid}; the price is kept for {days} days, until {until}.',
  },
  'price-guarantee': {
    zh: '活动保价到 {until}。',
    en: 'The promotion guarantees the price until {until}.',
  },
  'difference-once': {
    zh: '这一行已经补过差价，每行只补一次。',
    en: 'The difference was paid for this line before; it is paid once.',
  },
  'difference-too-late': {
    zh: '价格保护已经到期，不能再补差价。',
    en: 'The price is no longer protected, so the difference is not paid.',
  },
  'no-lower-price': {
    zh: '没有查到同款同规格的更低价格。请顾客告知在哪里看到的。',
    en: 'No lower price of the same SKU is known. Ask the customer where it was seen.',
  },
  'not-cheaper': {
    zh: '每件实付 {paid}，现价 {lower}，没有差价可补。',
    en: 'Paid {paid} each, now {lower}: there is no difference to pay.',
  },
  'change-before-dispatch': {
    zh: '还没有发货，可以按顾客的要求修改。',
    en: 'Nothing has left, so it is changed as the customer asks.',
  },
  intercept: {
    zh: '已经发货，可以请快递拦截转寄，但不能保证成功。',
    en: 'It has left: the courier is asked to intercept it, and nothing is promised.',
  },
  arrived: {
    zh: '包裹已经签收，地址不能再改。',
    en: 'The parcel has arrived, so its address no longer changes.',
  },
  'size-under-way': {
    zh: '“{title}”已在路上，规格不能再改；签收后可以换货。',
    en: '“{title}” is under way and its size no longer changes; it can be exchanged after receipt.',
  },
  close: {
    zh: '还没有发货，顾客的关闭要求有记录，可以关闭订单。',
    en: 'Nothing has left and the customer’s request is on record: the order is closed.',
  },
  'close-unpaid': {
    zh: '订单没有付款，顾客的关闭要求有记录，可以直接关闭。',
    en: 'The order is not paid and the customer’s request is on record: it is closed, and nothing goes back.',
  },
  'close-no-refund': {
    zh: '实付的钱已全部退还，关闭时没有可再退的。',
    en: 'All that was paid has gone back, so nothing more is refunded on closing.',
  },
  'close-unasked': {
    zh: '没有顾客要求关闭的记录，不能关闭订单。请先得到顾客的答复。',
    en: 'No request of the customer to close it is on record, so the order stays. Get their answer first.',
  },
  'close-dispatched': {
    zh: '已经发货，订单不能关闭；可以拒收，或签收后退货。',
    en: 'It has left, so the order is not closed; the parcel can be refused, or returned.',
  },
  harm: {
    zh: '涉及人身伤害：立即请主管。先关心人，再谈货和钱；不设上限，不提留用补偿，同批次一并排查。',
    en: 'Somebody came to harm: call the supervisor now. Care first, then goods and money; no cap, no offer to keep it, and the batch is looked at.',
  },
  'false-claim': {
    zh: '涉及宣传不实：立即请主管决定。不设上限，不提留用补偿，同批次一并排查。',
    en: 'A false claim of the shop: the supervisor decides now. No cap, no offer to keep it, and the batch is looked at.',
  },
  'needs-lead': { zh: '需要组长审批。', en: 'The lead’s approval is needed.' },
  'needs-supervisor': { zh: '需要主管决定。', en: 'The supervisor decides.' },
  'limit-lead': {
    zh: '计入额度 {amount}，超过本人单笔额度 {own}，由组长审批。',
    en: '{amount} counts, above the own limit of {own}: the lead approves.',
  },
  'limit-supervisor': {
    zh: '计入额度 {amount}，超过本人单笔额度 {own}，由主管审批。',
    en: '{amount} counts, above the own limit of {own}: the supervisor approves.',
  },
  'limit-two': {
    zh: '计入额度 {amount}，超过主管单笔额度 {own}，须两人签字，其中一人是财务。',
    en: '{amount} counts, above the supervisor’s limit of {own}: two people sign, one of them finance.',
  },
  'limit-order': {
    zh: '这个订单累计计入额度 {amount}，超过本人每单额度 {own}，须审批。',
    en: '{amount} counts on this order altogether, above the own limit for an order of {own}: it needs approval.',
  },
  'limit-day': {
    zh: '本人今天累计计入额度 {amount}，超过每日额度 {own}，须审批。',
    en: '{amount} counts for today altogether, above the own limit for a day of {own}: it needs approval.',
  },
  'beyond-policy': {
    zh: '申请 {amount}，高于政策给出的 {given}，至少要组长审批。',
    en: '{amount} is asked for, above the {given} that the policy gives: at least the lead approves.',
  },
  'against-policy': {
    zh: '政策不支持这样处理；仍要办理，由主管审批。',
    en: 'The policy does not give this; to do it all the same the supervisor approves.',
  },
  'parcel-matches': {
    zh: '退货包裹由同事登记，内容相符，这笔退款不计入额度。',
    en: 'A colleague booked the parcel in and it matches, so this refund counts nothing.',
  },
  'never-dispatched': {
    zh: '商品没有发出，退款不计入额度。',
    en: 'The goods never left, so the refund counts nothing.',
  },
};
