/** Ways to say that an order was closed or changed by the shop's own hand. The words stand in one clause. */
const end = '(?:了|啦|咯|囉|喽|嘞)';
const close = '(?:取消|关闭|关掉|撤销|撤掉|撤单|作废|终止|退掉|删掉|去掉|清掉|结掉|结束|解散|停掉|拦截|截停)';
/** Alone they close nothing; of an order, and done, they do. */
const shortClose = '(?:关|撤|退|删|结|清|停)';
const change = '(?:改|换|更改|修改|变更|调换|调整|(?<!协)调|拆|并|转)';
const order = '(?:订单|单子|[这那前][张个笔]?(?:[一-鿿]{0,3})单|交易|预[购售]|昨天的)';
const piece = '(?:其中|多(?:出)?的|第[二三]|另外?)[^,。!?]{0,3}[一二两三]?(?:件|个|箱|套|单|份)';
const us = '(?:我(?:们)?(?:这边|这里|这)?|这边|仓库|店里|老板|店长)';
const forYou = '(?:帮|给|为|替)(?:您|你|亲)?';
const finished = '(?:已经?|刚(?:刚|才)?|直接|自行|先|就|统一|顺手|顺便|手动)';
/** What of an order can be changed; its price is not the customer's order. */
const part =
  '(?:地址|收货人?|收件人?|尺码|码数|颜色|款式|同一款|型号|规格|口味|数量|快递|物流|发货(?:时间|日期)|送货|派送|配送(?:时间|方式|地址)?|预约|套餐|[smlx]+码|\\d+码|[大小]一?[码号]|[一-鿿]色|同款|另一|门店|自提|驿站|单品|[一两二三]件|[一两二三]箱|[一两二三]单|公司名|翻新机|新款|顺丰|中通|圆通|邮政|邮局)';

export const chinese: readonly RegExp[] = [
  // 已经(为您)取消了 · 直接关掉
  new RegExp(`${finished}[^,。!?]{0,12}?${close}(?:处理)?(?:订单|单子|${end}|好|完|成功|过|$|[^一-鿿])`),
  // 帮您取消了 · 我这边取消了 · 被我误操作取消了
  new RegExp(`(?:${forYou}|${us}|被我)[^,。!?]{0,8}?${close}(?:处理)?(?:${end}|掉${end}?|好了|完成|成功)`),
  // 订单(已)作废了 · 那单撤了
  new RegExp(`${order}[^,。!?]{0,12}?(?:${close}|[关撤结清停]掉?)(?:处理)?(?:${end}|的$)`),
  new RegExp(`${close}(?:好|完|掉|成功)${end}`),
  // 把订单结掉了 · 我们就退了 · 手动关了 · 老板让关的
  new RegExp(`把[^,。!?]{0,8}?(?:单|订单|交易|件|个)[^,。!?]{0,4}?(?:${close}|${shortClose}掉?)${end}`),
  new RegExp(
    `(?:${us}(?:就|先|直接|让|叫)|手动)${forYou.replace(')', ')?')}?(?:${shortClose}掉?|${close})(?:款)?(?:${end}|的$)`,
  ),
  new RegExp(`${piece}[^,。!?]{0,8}?(?:${close}|${shortClose}掉?)${end}|从订单里?[^,。!?]{0,4}?(?:删|去|撤)`),
  // 给您办成退款了
  new RegExp(
    `(?:${forYou}|直接)[^,。!?]{0,4}?(?:办|弄|转|改)成[^,。!?]{0,3}(?:退款|退货)[^,。!?]{0,3}${end}`,
  ),
  // 已经换成… · 帮您改到… · 尺码改好了
  new RegExp(`${finished}[^,。!?]{0,12}?${change}(?:成|为|到|了|发)?[^,。!?]{0,4}?${part}`),
  new RegExp(
    `(?:${forYou}|${us})[^,。!?]{0,4}?${change}(?:成|为|到|发|了)?[^,。!?]{0,6}?${part}[^,。!?]{0,6}?(?:${end}|发|的$)`,
  ),
  new RegExp(
    `${part}[^,。!?]{0,10}?${change}(?:成[^,。!?]{1,12}${end}|到[^,。!?]{1,8}${end}|好了|掉了|过了|成了|了$|了(?=[,。!?哈哦啦]))`,
  ),
  new RegExp(`把[^,。!?]{0,8}?(?:单|订单|${part})[^,。!?]{0,6}?${change}(?:成|到|为)[^,。!?]{1,8}?${end}`),
  new RegExp(
    `${change}(?:成|到)[^,。!?]{1,6}?发(?:的|${end})|(?:${us}|${forYou})[^,。!?]{0,3}?改(?:上|好)${end}`,
  ),
];

const did =
  '(?:cancell?ed|closed|voided|changed|switched|swapped|updated|amended|replaced|removed|dropped|rerouted)';
const thing = '(?:order|address|size|colou?r|item|it|purchase|delivery|quantity|one)';
export const english: readonly RegExp[] = [
  new RegExp(
    `\\b(?:i|we)(?:'ve| have)?(?: just| already| went ahead and| gone ahead and| also| simply)* ${did}\\b[^.!?]{0,40}?\\b${thing}\\b`,
  ),
  new RegExp(
    `\\b(?:order|address|size|colou?r|item|purchase)\\b[^.!?]{0,20}?\\b(?:has been|was|is now|have been|'s been)(?: now| just)? ${did}\\b`,
  ),
];
