import type { Slot } from '../customer/slot.ts';
import { mayAnyStandIn, Sought } from '../sieve.ts';
import type { TextView } from '../text.ts';
import type { Clause } from './clauses.ts';

export interface Question {
  slot: Slot;
  clause: Clause;
}

/** What can be asked for, by its names, and what only looks like them. */
const slots: readonly { slot: Slot; named: Sought; unlike?: RegExp }[] = [
  {
    slot: 'order',
    named: new Sought(
      /订单(?:号|编号|尾号|截号|信息|后(?:几|[三四五六]))|单号|订单编?码|(?:哪|哪一|哪个)(?:笔|个|单)?(?:一)?(?:笔)?(?:订单|单)|交易号|运单|order (?:number|no|id|ref\w*|#)|booking (?:number|ref\w*)|(?:which|what) order|tracking (?:number|no)|(?:发(?![票货出])|提供|报(?![销价名]))[^,]{0,4}订单/,
    ),
    unlike: /补发的?单号|(?:退货|快递)单号(?:填|回填)|写订单号|单号(?:是|为)\d/,
  },
  {
    slot: 'photo',
    named: new Sought(
      /照片|图片|相片|拍(?!下|错|卖|板|单|的|付|摄|$|挺|得|出来|一?件|[两二三多大小]|[smlx\d]|前|后|了|之|完)|拍(?:照|下来|一下)|(?:来|上|发|传|补|有|晒)(?:个|张|几张|一张)?图|录(?:屏|个|段|一)|小?视频|截(?:个)?图|截屏|视频|实物图|发[^,]{0,4}图|传[^,]{0,3}图|\b(?:photo|picture|pic|video|screenshot|image|snap|clip|footage|snapshot|photograph)s?\b|\bfilm (?:it|the|a)\b/,
    ),
    unlike:
      /实拍图|买家秀|拍照功能|主图|拍(?:下|错)的|重拍|没拍|夜拍|拍(?:立|到手)|详情|图片仅供|视频教程|安装视频|教学视频/,
  },
  {
    slot: 'size',
    named: new Sought(
      /身高|体重|三围|(?:尺寸|围度|肩宽|臂长|腿长|鞋码|内长|月龄)(?:[^,]{0,4}(?:多少|是|报|给|发|告|量|提供|几|$))|几(?:斤|码|公分)|穿几|多大(?:码|号|脚)|(?:上|下)?(?:胸|腰|臀)围|脚长|多高|多重|背长|(?:几|多少)(?:公斤|斤|厘米|cm|kg)|(?:穿|要|选|平时)[^,]{0,6}(?:什么|多大|哪个|几)(?:的)?(?:尺?码|号)|(?:什么|哪个|多大)尺?码|\bhow tall\b|\bheight\b|\bweigh(?:t|s)?\b|\b(?:chest|waist|hip|foot|shoe) (?:size|measure\w*)?|\bwhat size\b|\bwhich size\b|\bmeasurements?\b|\byour (?:usual |normal )?size\b|\bhow (?:big|long) (?:is|are) (?:your|the foot)|\binside leg|\binseam|\bbust\b|\bfoot length/,
    ),
    unlike: /尺码表|参考尺码|误差|穿[smlx]+正好|size chart|what size (?:chart|box)/,
  },
  {
    slot: 'address',
    named: new Sought(
      /地址|收(?:货|件)(?:地|信息|人信息)|(?:在|到|是)?哪(?:个|座|一)(?:小区|城市|省|省份|区|市|地区|街|县)|门牌|什么地方|所在地|哪儿收|(?:寄|送|发)(?:到|去|往)哪|哪个区|哪条街|哪里收|住(?:在)?哪|门店|哪(?:一)?间|\baddress\b|\bpostcode\b|\bzip\b|\bwhere (?:should|shall|do|are|would|can|to)\b.{0,12}\b(?:the|we|i|you|send|ship|deliver)\b|\b(?:street|which city|what city|delivery location)\b/,
    ),
    unlike: /退货地址|我们的?地址|邮箱地址|修改地址|email address|邮件地址|收货地址是\S{4}/,
  },
  {
    slot: 'phone',
    named: new Sought(
      /手机(?:号|号码|尾号)|电话(?:号码|号|多少|是|给|留)|联系(?:电话|方式)|号码|(?:留|报|提供|给)[^,]{0,6}(?:电话|手机)|(?:地址)?电话[^,]{0,3}发|您电话|\b(?:phone|mobile|cell|contact|telephone) ?(?:number|no)\b|\b(?:which|what|best) number\b|\bnumber (?:to|for|we|should|can|that)\b|\bcell number\b/,
    ),
    unlike: /客服电话|热线|订单号码|快递员|订单的号码|我们的电话|厂家电话|order number/,
  },
];

const names = slots.map(({ named }) => named);

const anySlot =
  /[单照图拍截围址哪肩臂腿寸斤录]|视频|身高|体重|多[高重大]|几码|脚长|背长|公斤|厘米|门店|门牌|手机|电话|联系|号码|交易|收件|什么地方|所在地|order|booking|tracking|photo|pic|video|screenshot|image|snap|clip|footage|film|tall|height|weigh|chest|waist|hip|bust|foot|shoe|inseam|leg|size|measure|address|postcode|zip|street|city|where|phone|mobile|cell|number|contact|how big/;

/** The words by which somebody is asked to give something. */
const request =
  /提供|发(?:一?下|我|给|来|过来|到|送|个|张|图)|报(?:一?下|给|个|我)|告诉|告知|给(?:我|一?下|个|一|呗|到)|留(?:个|一?下|下)|说(?:一?下)|拍|上传|传(?:上|一|过|给|张)|贴|写(?:全|一|下|给)|填(?:一?下|写|新)|补充|附(?:上|一)|麻烦|(?<![申邀])请|方便|能否|能不能|(?:能|可以)[^,]{0,12}(?:吗|么|不|下)|可否|多少|什么|哪|几|是[?:]?$|录|截|量(?:一)?下|甩|需要(?:您|你)|要(?:您|你)|我(?:需要|看|查|来)|多高|多重|\b(?:send|share|give|provide|tell|drop|upload|post|attach|snap|leave|confirm|let me have|need|could|can|may|please|what|what's|which|where|how|have)\b/;

/** Known already: only to be confirmed. */
const confirming =
  /对(?:吗|吧|不对|么|嘛)|(?:是|没)(?:这个|这单|那个|错)|没错吧|是吗|是吧|确认[^,]{0,4}(?:是|为|这)|没有[^,]{0,4}(?:号|图|照片|地址|电话)|核对|(?:尾号|后四位)\d|是不是[^,]{0,4}(?:这|那|尾|\d)|(?:寄|送|发)到[^,]{2,}(?:对|吗)|\b(?:right|correct)\b|is (?:it|this|that)\b.{0,20}\b(?:order|address|number|one)\b|just to confirm|ending (?:in )?\d/;
/** Not asked for, or in hand already. */
const inHand =
  /短信|验证码|[那这]个?(?:地址|电话|号码|单号)是(?![什哪多谁?])|打印|邮寄出|\d{5}|不(?:用|需|必|要)[^,]{0,6}|无需|收到|看到|已(?:经)?(?:有|记|收|查|看|登记|备注)|查到|记(?:上|下)了|清晰|会(?:发|短信|显示|给您)|我(?:发|给您发)|发(?:给)?(?:您|你)|(?:给|帮|为)(?:您|你)(?:发|拍|看|截|录)|不能|无法|没法|只能|(?:根据|按照?|从|看了?)(?:您|你)?[^,]{0,4}(?:提供|发|给|传|照片|图片)|填在|结账页|页面|\b(?:got|received|came through|no need|already|thanks for|is linked|don't need|it's \d|reads)\b/;

export const mayAsk = (view: TextView): boolean => mayAnyStandIn(view.text, names);

/** What the customer is asked to give. */
export function questionsIn(clauses: readonly Clause[]): Question[] {
  const questions: Question[] = [];
  for (const clause of clauses) {
    const { text, context, message } = clause;
    if (!anySlot.test(text) || inHand.test(text) || confirming.test(context)) continue;
    if (!clause.asks && !request.test(text.length <= 12 ? context : text)) continue;
    for (const { slot, named, unlike } of slots) {
      if (questions.some((question) => question.slot === slot)) continue;
      if (named.standsIn(text, message) && !unlike?.test(text)) questions.push({ slot, clause });
    }
  }
  return questions;
}
