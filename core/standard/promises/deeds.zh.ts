import type { Deed, Doer } from './deed.ts';
import { deedPatterns, deedsIn, doerBefore, doerPatterns } from './deed.ts';

const you = '[您你]';
const toYou = `(?:[给跟同向和与为帮替]${you})`;
/** Things that are sent as words or pictures, not as goods. */
const message = '消息|短信|信息|私信|图|照片|链接|视频|票|发票|券|红包|优惠|邮件|邮箱|截图|单号|表';

const patterns = deedPatterns([
  {
    action: 'callback',
    pattern: new RegExp(
      `回${you}?个?电(?!子|脑|商)话?|[打拨去致来通](?:${you}|个|一个|通|一通)*电话|电话(?:再|来)?(?:给|联系|回复|回访|通知|告知|沟通|答复|跟|和|与)${you}?|` +
        `${toYou}(?:再)?(?:去|来|回|打)?(?:一?[个通])?(?:电话|来电|去电)|回拨|回访|电联|[致去]电|打(?:给|回给?)${you}(?![^,。]{0,6}[卡账])|拨(?:打|一次|过去|回)|打(?:回去|过去|回来)`,
      'g',
    ),
  },
  {
    action: 'refund',
    pattern: new RegExp(
      `退款(?!单|申请|金额|政策|流程|问题|的)|退(?:差价?|钱|运费|邮费|费|还|回(?!来|到?仓|货|件|寄))|` +
        `(?:钱|款项?|运费|差价|邮费|金额|费用|押金|货款|定金|财务)[^,。]{0,8}(?:退|返|打|转|补)(?:给|还|回|过去)?|(?:退|返还?|转)给${you}|退${you}|打款|返[还现款]|[打转退][到回进入]${you}?(?:的|原来|原|指定|付款)*(?:账|卡|银行|支付|微信|余额)|` +
        `(?:[给帮为]${you})(?:全额|全部|办理?|申请|原路|先|把)*退(?!货|换|件)|补差|结算|退掉|全额退|原路退`,
      'g',
    ),
  },
  {
    action: 'resend',
    pattern: new RegExp(
      `补[发寄]|重[发寄]|(?:重新|再|另外|另|重)(?:${toYou})?(?:补|安排)?[发寄](?!.{0,4}(?:${message}))|换[发寄新]|换一?[个件套份双条台只][^,。]{0,6}[寄发]|[发寄][出您你给]{0,3}一?[个件套份双条台只]?新的|` +
        `[发寄](?:${you}|给${you})?一?[个件套份双条台只](?:新|全新)|补${you}?一?[个件套份双条台只]|补(?:给|上)|新[的机件](?:今|明|后|会|就|马上|给|安排)?[^,。]{0,4}[发寄]出?`,
      'g',
    ),
  },
  {
    action: 'reply',
    pattern: new RegExp(
      `(?:一定|肯定|准|[就会再])回(?=$|[,哈哦])|回[复覆]|答[复覆]|回信|回音|回话|答案|反馈(?:给${you}|结果)|(?:告诉|告知|通知|知会|联系|联络|私信|提醒|喊|艾特|叫)(?:到|一下)?(?:${you}|亲|大家)|` +
        `[会再先就]?[告通]知(?:${you})|[会再就来]告知|回${you}|找${you}|[给跟同向和与](?:${you}|亲)(?:取得|一?个)?(?:联系|确认|准信|信儿?|说(?!明书)|消息|结果|准话|交代|交待|讲|汇报|同步|更新|留言|准确|确切|明确|最终|解释|反馈|报|个数|个话|回)|` +
        `[给有](?:出|到)?${you}?(?:一?个)?(?:准确|明确|确切|最终|具体|满意|处理|解决)*的?(?:结果|单号|答案|说法|方案|消息|准信|交代|交待|准话)(?!了?(?:就|后|再|马上|立刻|会))|` +
        `[发留](?:${you}|个|给${you})*(?:消息|短信|信息|私信|单号)|同步(?:给|进度|${you})?|汇报|更新(?:进度|进展|给${you})|(?:单号|物流|结果|进度|进展)[^,。]{0,6}(?:[发报]|贴|给${you}|告)|出结果|[发报贴](?:${you}|给${you})单号`,
      'g',
    ),
  },
  {
    action: 'other',
    pattern: new RegExp(
      `发票[^,。]{0,12}[寄发]|拍(?:照|视频|图)[^,。]{0,4}(?:发|传|给)?|[拍发传](?:${you}|个|给${you}|张|一下|过来|几张|一?份|新)*(?:${message})|(?:${message})[^,。]{0,8}[发传补]|(?:发放|发|送|补)(?:${you}|个|给${you}|张|一张)*(?:优惠|积分)|发到?账`,
      'g',
    ),
  },
  {
    action: 'ship',
    pattern: new RegExp(
      `发货|[发寄](?:出|走|过去|往|还|回给)|寄给${you}|出[库货](?!存)|[给帮为]${you}(?:优先|加急|安排|尽快|马上|先|全部|一起|就|把货|正常)*[发寄](?!.{0,5}(?:${message})|[个张一])|` +
        `安排(?:优先|加急)?[发寄](?!.{0,4}(?:${message}))|[发走](?:${you})?顺丰|能发(?!.{0,4}(?:${message}))|(?<=[货单件])发(?=了|掉|$)|[会就先]发(?=$|[,哈哦的吧啦了])|发(?=$|[哈哦啦])|送去快递|交给?快递|叫快递|打包发`,
      'g',
    ),
  },
  {
    action: 'check',
    general: true,
    pattern:
      /查(?:实|对|清|一|询|看|验|到|完|好|明|下|查|(?=[,哈\ufffd]|$))|核[实对查验算]|(?<=[帮给为替][您你]|去|再|我)查|确认|看看|看一[下看]|看下|调查|排查|检查|了解|问(?!题)|落实|调(?:取|监控|录像)|复核|盘[点库]|[弄搞]清/g,
  },
  {
    action: 'other',
    general: true,
    pattern:
      /处理|审[核批]|解决|安排|办[理好完妥下]|跟[进踪]|催|协[调商]|沟通|反[映馈]|上报|提交|申请|登记|搞定|弄好|完成|推进|落地|对接|联系/g,
  },
  {
    action: 'other',
    pattern: new RegExp(
      `开(?:具|好|出)?(?:电子|纸质)?发?票|发票|[修更]改|改[好地价为成一过]|备注|上门|取件|补偿|赔(?:付|偿|${you})?|积分|批(?!量|次)|转[交达]|升级|` +
        `补货|上架|拦截|取消|恢复|维修|修[好理]|更换|换[货新一个好上]|[给帮为]${you}换|留[货着一]|打包|准备好|开通|录入|寄(?!存)|(?<![配派])送(?![到达往])`,
      'g',
    ),
  },
  // Whatever else is done for the customer.
  {
    action: 'other',
    general: true,
    fallback: true,
    pattern: /[给为帮替][您你亲](?!添|造|带来|道|推荐|介绍|[配派]送|送[到达]|[的,])/g,
  },
]);

/** The others of a trade: not when somebody speaks to them, and not their papers. */
const others =
  '快递(?:员|公司|小哥|师傅)?|物流(?:公司|商)?|司机|承运商|顺丰|中通|圆通|申通|韵达|极兔|邮政|ems|菜鸟|驿站|网点|站点|派送员|配送员|骑手|平台|淘宝|天猫|京东|拼多多|抖音|小二|银行|支付宝|微信|花呗|厂家|厂商|工厂|厂里|原厂|品牌方|品牌商|生产商|供应商|供货商|系统|海关|保险公司?|第三方|运营商|(?<![仓同财客主店售技][^。]{0,12})他们';

const doers = doerPatterns([
  {
    doer: 'shop',
    pattern:
      /(?<![给找联系诉知复跟向加发])(?:我们?|咱们?|俺)(?!司机)|本店|小店|店[里铺长]|客服|主管|经理|组长|班长|专员|仓[库管](?!单)|财务|同事|售[前后](?!服务|政策)|技术(?:部|人员|员|那边|这边)|领导|老板|(?<![您你商递流台行])这边|小编|人工|负责人|工作人员|工程师|部门/g,
  },
  {
    doer: 'others',
    pattern: new RegExp(
      `(?<!联系|催[促了一下]{0,2}|问[问了下一]{0,2}|找|跟|和|与|同|向|反馈给?|通知|走|用|寄|发|到|换|交给?|叫)(?:${others})(?!信息|单|费|进度|情况|轨迹|状态|问题|面单|更新|卡|[里上中内]|记录|号)|` +
        `(?:让|叫|请|安排|要求)(?:${others})(?!员?上门取)|自动`,
      'g',
    ),
  },
  {
    doer: 'customer',
    pattern:
      /(?<![给为帮替跟向和与对同让教回复知诉系退补发寄打赔还转换谢到了欠叫喊提醒找拨])[您你](?!的|这[个单笔件边]?[^边]|那[个单笔件]|放心|别急|稍|好|们?好|看|先?[别不]急|久等)|(?:(?<!申)请(?!放心|[您你]?(?:放心|稍|耐心|等|谅解|理解|见谅|原谅|相信|别)|问|假|示|人|客)|建议(?![^,]{0,4}我)|亲(?:亲|爱的)?(?:可以|需要|要|也可|先|记得)|麻烦(?!了)|劳烦|烦请|记得|别忘|务必)/g,
  },
]);

/** Not now: what usually happens, what only may, what was done, what is none of the deeds. */
const usual =
  /一般|通常|正常(?!发)|平[时常]|往往|普遍|默认|按规定|规定|支持|[每都]有|历来|向来|惯例|所有订单|每[天日周次个单]|都是|可能|也许|或许|说不定|不一定|大概率|没准|承诺时效|时效[是为]|[前后]的(?:订|付|下)?单/;

/** Starts what only happens if or after something that is not in the shop's hands. */
const condition =
  /(?<!不[管论])(?:如果|要是|倘若|假如|若(?!干)|万一|一旦|只要|除非|除了?非|(?<!补发|退款|换货|发货|退费)的话|[您你][^,的]{0,6}(?:拍|下单|付款|买)|[验检]完|订单[^,]{0,6}完成|(?:下单|拍下|付款)[^,后]{0,4}\ufffd|(?:没有?|不|未)(?:收?到|发|寄|退|解决|处理|联系|回)[^,]{0,4}[我您就]|(?<!不|不会|别)超过|超时)|(?:收到|签收|拿到|退[回货]|寄[回到]|到[货仓了家手]|入[库仓]|付[款完了]|下单|拍下|拍完|提[交供](?!申请)|验[收货完]|质检|审[核批]通过|通过|揽收|同意|取件|上架|补货|回传|[发出]货|发出|回[来仓]|缺货)[^,。;!?]{0,8}?(?:后(?!天|台|续|面|门|[给为]?您?的)|了?的话|之日起|起(?!来)|了[我就再会]|(?<=收到|签收|到[货仓])[就,]|当[天日](?=[发退]))|等(?:到)?(?!下|一下|会|一会|我|候|待|不|等|级|于)[^,。;!?]{0,6}(?:[您你]|收|寄|退|到|货|包裹|件|快递|平台|系统|银行|回来|通过)/;
/** A condition that binds nobody to anything else, or none at all. */
const noCondition =
  /不管|不论|无论|不介意|不嫌|就算|即使|哪怕|方便的话|顺利的话|没(?:有)?(?:意外|问题|特殊情况)的话|不出意外|(?:还有|有)(?:其他|别的|任何|什么)?(?:问题|疑问|需要)的话/;

const businessHours = /(?:服务|营业|上班|工作|在线|休息)时间/;

const negated =
  /(?:不[能会可]?|没有?|无法|没法|未能?|别|勿|不了|不再|不用|无需|不必|不是|拒绝|不予|不给)(?:[给为帮替跟向][您你]|办法|法|再|需要?|打算|准备|用|能|安排|马上|直接|及时)*$/;
const done =
  /(?:已经?|刚刚?才?|早就|(?<!\ufffd)[之以]前|昨[天日晚]|前[天日]|上[周次午](?=.{0,3}(?:就|已))|方才)/;
/** Between "already" and the deed: what was done was only to set the deed going. */
const setGoing =
  /安排|通知|催|联系|申请|登记|反馈|反映|提交|加急|备注|叮嘱|交代|吩咐|让|请|要求|上报|确认(?:过|了|好)|问(?:过|了|到)|说好|约|排|等待|处理中|查|核实/;

/** Done for or to the customer: it is not the customer who does it. */
const toCustomer = /[给为帮替跟向和与回复诉知系][您你]/;

/** The deeds of a Chinese clause. `whole` is the text it is of, `carried` who was speaking of himself in the clause before. */
export function chineseDeeds(clause: string, whole: string, carried: Doer | null): Deed[] {
  const deeds = deedsIn(clause, whole, patterns);
  if (deeds.length === 0) return deeds;
  if (businessHours.test(clause)) for (const deed of deeds) deed.promised = false;
  const always = noCondition.test(clause);
  const limit = always ? null : condition.exec(clause);
  for (const deed of deeds) {
    const before = clause.slice(0, deed.start);
    const doer =
      doerBefore(clause, deed.end, whole, doers) ?? (toCustomer.test(clause) ? 'shop' : carried) ?? 'shop';
    const open = limit === null || (deed.start < limit.index && !/的话/.test(limit[0]));
    deed.promised &&=
      doer === 'shop' && open && !usual.test(before) && !negated.test(before) && !isDone(clause, deed);
  }
  return deeds;
}

/** Who acts in a clause, for those after it that name nobody. */
export function chineseDoer(clause: string, whole: string): Doer | null {
  return doerBefore(clause, clause.length, whole, doers);
}

/** Speaks of goods or money on their way: no deed of the shop. */
export const chineseArrival = /到[账帐](?![户号])|到货|送[到达]|到达|派[送件]|签收|能到|会到/;

export function isChineseCondition(clause: string): boolean {
  return !noCondition.test(clause) && condition.test(clause);
}

function isDone(clause: string, { action, start, end }: Deed): boolean {
  const before = clause.slice(0, start);
  const already = done.exec(before);
  if (already && !setGoing.test(before.slice(already.index))) return true;
  const after = clause.slice(end);
  // How long a step takes is a description of it.
  if (
    (/ship|refund/.test(action) || clause[start] === '审') &&
    /^(?:时间)?(?:大?约|大概|预计)?(?:需要?|要)\ufffd/.test(after)
  )
    return true;
  if (
    /^(?:不[了到成出]|没有|未接|没接|没?打不?通|过了?(?![去来给])|完毕|的(?!$|话|[,哈哦呢啊呦哟呀啦吧嘞喔噢~ ]))|^[^,]{0,8}(?<!发|退|打|转)到[账帐](?![户号])/.test(
      after,
    )
  )
    return true;
  return (
    /^[好完成掉到]?了(?:$|[哈哦呢哟呀啊亲的,])/.test(after) &&
    !/(?:[就会要快将必]|马上|一定|肯定|保证|争取)[^,]{0,8}$/.test(before)
  );
}
