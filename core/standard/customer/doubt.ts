import type { Mark } from '../mark.ts';
import type { TextView } from '../text.ts';

/** Doubts the brand, that it is genuine, or the quality in general. A single defect is none. */
export function doubtsIn(view: TextView): Mark | null {
  const text = view.unquoted;
  const match = doubt.exec(text);
  if (!match || joke.test(text)) return null;
  const part = text.slice(Math.max(0, match.index - 12), match.index + match[0].length + 12);
  if (innocent.test(part) || settled.test(part) || supposed.test(text.slice(match.index, match.index + 30)))
    return null;
  return view.mark(match.index, match.index + match[0].length);
}

const doubt = new RegExp(
  [
    '(?:是|是不是|真的?是|保证|确定|算|卖的?)(?:你们家?的?)?.{0,4}(?:正品|真货|真品|行货|原装(?![膜盒箱充线包])|原厂|正版|全新(?:的)?(?:吗|么|吧|\\?)|正宗)',
    '(?:正品|真货|真品|行货|原装|原厂|正版|真皮|正宗|纯羊毛)(?:的)?(?:吗|么|不|嘛|还是|没错吧|吧|保证|\\?)',
    '(?<!无|没有?|不卖)假货|(?<!(?:地址|电话|号码|信息|短信|消息|物流)是?)假的(?!睫|发|牙|一|领|花)|冒牌|仿冒|仿品|高仿|(?<![孤老古])山寨(?![村门里])|盗版|水货|贴牌|翻新|展示机|样机|组装(?:机|的)|二手(?:的|货|机)?(?:吧|吗|充|当)|[a莆]货|以次充好|勾兑|掺假|造假|(?<!是)不是真(?!的)|真假|真的假|(?<![度休放])假(?:酒|烟|药|奶粉|牌|冒|得)',
    '正规(?:渠道|厂|授权|的)|授权书|防伪(?!吊牌)|查无此|查不[到着出].{0,4}(?:码|真|编号|证)|验(?:真|出)|鉴定|专柜.{0,12}(?:不一样|两样|不同|笑|说|比|买的)|(?:跟|和).{0,8}(?:专柜|商场|实体店|正品|之前|上次|以前).{0,14}(?:不一样|两样|不同|差(?![异价额评不]))',
    '(?<![度休放无没])假(?:鞋|包|表|化妆|面膜|衣|货|球|手机|项链|品)|真(?:有|的?是|能有)(?!\\d|[这那]么)[^么\\d]{1,8}(?:吗|\\?)|是真(?!的不)[一-龥]{1,4}(?:吗|么|不[\\s?。!]*$)|真不真|公司货|保卡|像(?:空壳|塑料|地摊|山寨|假)|地摊货|卖的是(?:铜|铁|塑料|假)|(?<![号头址票名])(?:说是|写的?|标的?|号称)(?:了)?[一-龥]{2,8}.{0,14}(?:不是|塑料|化纤|全是|味|日本制)|(?:扫码|条码|序列号|编号|证书).{0,8}(?:查不|重复|不对|别的|另一)|(?:没有?|缺)(?:喷码|防伪|海关|中文|吊牌).{0,10}(?:正常|吗|不|担心|敢)|便宜.{0,8}(?:不敢|怎么|假)|不(?:太)?敢(?:拍|给孩子)|贴个?牌|骗傻子|(?:我在|跟|和)(?:日本|商场|专柜|国外).{0,10}(?:不是这个|差很多|两回事)|(?:卖|这)(?:的)?什么大牌|(?:现在|今年).{0,6}(?:看)?质量(?:也就|不行|在降)|质量在降|你家今年不行|没见过这|(?:金|银).{0,6}(?:褪色|掉色)',
    '会不会是假|怕(?:买到|是)?假|不会是(?:假|仿|翻)|别是假|靠不?靠谱|靠谱(?:吗|不)|信得过(?:吗|么|不|\\?)|怎么信得过|能信吗|可信|杂牌|什么牌子|没听(?:说)?过.{0,4}牌|大牌子?也|牌子.{0,6}(?:做工|不行|倒|变|砸)|(?:这|你们)?(?:牌子|品牌|国货).{0,14}(?:不行|不如|靠谱|越来越|薄)',
    '(?:质量|品质|做工|用料|料子)(?:到底|真的|是不是|究竟)?(?:行不行|行吗|怎么样|好不好|过关|有保[证障](?!就)|可靠|靠谱|越来越|不如|大不如|缩水|一年|还不如|以前|变)|(?:越来越|一年)(?:差|不如|薄|水|次)|年年.{0,4}薄|(?:以前|从前|早几年|前几年).{0,14}(?:质量|做工|料|厚|结实|耐|好用|好吃|味|正宗|放心|好).{0,12}(?:现在|如今)|(?:以前|从前|早几年|前几年).{0,14}(?:现在|如今).{0,12}(?:薄|差|次|糙|缩水|假|味|质量|做成)|没(?:以前|从前|原来)(?:好|的)|品控',
    '(?<!是|家里的|自己的)不是(?:五常|真(?!的)|正(?!好|常|在)|原[装厂])|(?:标|写|说).{0,8}不是纯|是(?:真|正)的(?:吗|么|不是|不[\\s?。!]*$)|真.{1,4}(?:吗|不)\\s*$|一个东西吗|新的\\?|当新|说(?:的)?是?全新|撬过|(?<!没有?|未|不)拆过|塑料(?:的)?吧|萝卜干吧',
    "\\b(?:fake|counterfeit|knock.?offs?|replicas?|dupe|imitation|bootleg|genuine\\w*|authentic\\w*|legit\\w*|refurb\\w*|grey market|gray market|second.?hand|is (?:it|this|that) (?:real|original|actually|really)|real (?:leather|silk|gold|silver|wool|thing|deal|one)|really (?:from|made|the brand|new|silk|leather|wool)|is(?:n't| not| it|nt)? (?:it )?a copy|quality (?:has|isn'?t|not|used|gone|went|any good|control)|(?:is|the) original|barcode shows?|spelled wrong|wool label|with a \\w+ label|(?:used to|once) (?:be|mean|make|last)|not what (?:it|they|you) (?:was|were|used)|gone down ?hill|off.?brand|never heard of (?:this|your) brand|trust (?:this|your) brand)\\b",
  ].join('|'),
);
const innocent =
  /入(?:过|库|仓)|家里的不是|(?:电话|短信|客服|新闻|客服要|卡号).{0,14}(?:真的|假的)|真的(?:成立|发|到|有货)|给孩子喝水|掉色.{0,6}真的|卖假的|评论.{0,8}真的|假(?:领|发|睫毛|牙|山|花|期|日|装|如|肢|指甲)|仿(?:真|古|木纹|皮草|羊绒|石)|高仿羊|请假|放假|正品牛仔裤|鉴定的?(?:书|常识)|常识书|翻新(?:家具|漆|膏|剂|膜)|真的假的\?.{0,10}(?:减|折|便宜|送|优惠)|山寨村|faux|fake (?:plant|flower|grass|tan|nails?|(?:eye)?lash|fur|blood|snow|candle)|authenticat|二手(?:车|房|烟)/;
const settled =
  /是真的.{0,4}(?:放心|太好)|验过.{0,4}(?:真|正)|放心了|果然是正品|确实是正品|it'?s genuine|checked out/;
/** What to do should it turn out so. */
const supposed = /的话.{0,8}(?:该?怎么|如何|咋)(?:办|处理|退|换|申请)/;
const joke = /假装|开玩笑|逗你/;
