/** Somebody outside the shop to whom a customer can turn. */
export interface Authority {
  /** How it is named, in normalised text. */
  named: RegExp;
  /** In the same sentence: words that show the wish to turn to it. */
  intent: RegExp;
  /** In the same sentence: words that make it an address, a product, a job, a bank. */
  innocent?: RegExp;
  /** The name found in bare letters, where it was taken apart or spelled out. */
  spelled?: RegExp;
}

/** Verbs of turning to somebody, near enough to belong to the name. */
const turn =
  '打|拨|找|告|去|到|上|向|跟|投诉|举报|反映|反馈|申请|联系|报|曝|发|请|让|叫|走|要求|评理|维权|申诉|提交|通过|用|求助|见|问';

const towards = (name: string) =>
  new RegExp(`(?:${turn}).{0,8}(?:${name})|(?:${name}).{0,8}(?:${turn}|见|解决|处理|管|受理|电话|热线)`);

const hotline =
  '(?<![\\d.])1[- ]?2[- ]?3[- ]?1[- ]?5(?!\\d)|(?<![\\d.])(?:12345|12358|12331|12300|12365|12321)(?!\\d)|(?<!\\d)1950(?!\\d)';
const regulator =
  '消费者(?:协会|保护|权益|委员会|服务中心|热线|基金会)|消费者维权|消协|消保(?:委|会|官|处|局)|消委会?|消基会|工商|市场?监管|市场监督|市监[局所]|质监|药监|食药|物价局|网信办|工信部|监管(?:局|部门|机构)|主管(?:机关|部门|单位)|公平会|文旅[局委]|旅游局|卫健委|有关部门';
const court = '法院|法庭|诉讼|官司|法律(?:途径|手段|程序|武器|责任|诉讼)|走法律|起诉|仲裁|派出所|公安|警察';

export const authorities: readonly Authority[] = [
  {
    named: new RegExp(`${hotline}|${regulator}`, 'g'),
    intent: towards(`${hotline}|${regulator}`),
    innocent:
      /工商(?:银|行|大学|学院|管理|联合|业|注册|登记|信息|执照|户|储蓄|卡|号|税|资料|营业|变更|年检)|质检报告|监[局管督]*.{0,6}(?:报告|抽检|认证|备案|许可|登记|检测|检验|标准|网站.*查)|(?:在|是).{0,6}(?:工商|市场?监[管督]|市监|消协|消费者协会|质监|药监)[局所]?.{0,6}(?:上班|工作|的人|员工|对面|旁边|附近|门口|路)|(?:寄|送|地址|抬头|发票).{0,10}(?:工商|市场?监[管督]|市监|质监)|(?:监管|市监|工商)[所局](?:要|订|买|采购)|密码|订单|单号|尾号|编号|型号|货号/,
    spelled: /(?<!\d)12315(?!\d)|工商局|消协|消费者协会|市场监管局|市监局/,
  },
  {
    named:
      /(?<![\da-z.:/_-])3[.·]?15(?![\d.]|号|路|室|房|楼|元|块|折|个|件|斤|克|ml|mm|cm|g\b|米|款|型|码|页|活动|大促|特卖|优惠|那天|当天|上新|降价)/g,
    intent:
      /(?:打|拨|找|告|投诉|举报|曝光|上|去)(?:到|给|了)?3[.·]?15|3[.·]?15.{0,4}(?:投诉|举报|曝光|见|晚会.{0,4}见|热线|电话|举报|告)/,
    innocent: /满3|花了?3|付了?3|价格|多少钱|公式/,
  },
  {
    named: new RegExp(
      `${court}|(?:我|要|去|已经|直接|马上|只能|可以|准备|考虑).{0,3}报(?:了|个)?警(?!器|灯|声|音|功能|装置|提示|系统|记录|响)|报(?:了)?案|(?<![广报公警劝转忠祷原被布])告(?:你们|你家|死|上去|到底)|(?<![没别不])提告|\\bsue\\b|\\bsuing\\b|\\bcourts?\\b|\\blawsuit|\\blegal (?:action|proceedings|steps)|small claims|\\bthe police\\b|\\bpolice report`,
      'g',
    ),
    intent: new RegExp(
      `(?:去|到|上|找|走|向|打|提起|准备|申请|采取|追究|用|拿|见|闹|就|要|会|能|可以|直接|已经|等着|报|叫|打印).{0,6}(?:${court})|(?:${court}).{0,6}(?:状|见|你们?|起诉|解决|传票|告|立案|了)|报(?:了|个)?警|告(?:你们|你家|死|上去|到底)|提告|\\b(?:i'll|i will|i'm|we'll|going to|gonna|will|shall|to|i can|i could|have to) (?:\\w+ )?su(?:e|ing)\\b|(?:see|tak\\w+|meet|go|going|end up|fil\\w+|settl\\w+)\\b.{0,20}\\b(?:court|small claims)|lawsuit|legal (?:action|proceedings|steps)|(?:call|report|go|contact|tell|involve|inform)\\w*\\b.{0,20}police|police report`,
    ),
    innocent:
      /(?:法院|警察|法庭).{0,12}(?:都|还)(?:没|比).{0,12}(?:快|慢|准|强|久)|(?:法院|公安|派出所|警察)[局院]?(?:对面|旁|路|附近|宿舍|家属|小区|采购|上班|工作|门口|站|大门|东|西|南|北|制服|叔叔|服|帽|车|玩具|款|套装|徽)|(?:地址|寄|送|抬头|发票).{0,12}(?:法院|公安|派出所|法庭)|(?:在|是).{0,5}(?:法院|公安局?|派出所|警察)(?:上班|工作|的|$)|一直报警|(?:机器|仪|探头|传感|烟雾|车|锁|门磁).{0,8}报警|court (?:shoe|street|road|st\b|rd\b|house|sneaker)|(?:tennis|basketball|badminton|food|squash) court/,
  },
  {
    named: /律师|\blawyers?\b|\bsolicitors?\b|\battorneys?\b/g,
    intent:
      /律师函|律师信|(?:找|请|问|咨询|委托|联系|让|叫|交给|发|见|聘|通知).{0,6}律师(?!证|事务所|所)|律师.{0,8}(?:联系|找|告|起诉|见|发|处理|跟你|和你|给你|会|谈|说)|(?:my|our|a|the|hire|see|call|contact) (?:lawyers?|solicitors?|attorneys?) (?:will|is|are|has|have|said|says|to|about|and|know|on)|(?:hear|letter|call|word|talk|speak|spoke|consult|contact|hire|get|getting|involve|see)\w*\b.{0,20}(?:lawyer|solicitor|attorney)|attorney general/,
    innocent:
      /律师(?:函(?:模板|范本|怎么写|样本|格式)|事务|所|楼|证|袍|节|专用|协会|行业|礼|款)|(?:抬头|发票|地址|寄).{0,14}律师|(?:是|当|做|个|名|位).{0,3}律师.{0,20}(?:哈|笑|尺|码|穿|问|送|礼|也|颜色|款)|(?:husband|wife|dad|mom|brother|sister|friend|i) (?:is|am|'m|works as) an? (?:lawyer|solicitor|attorney)/,
  },
  {
    named:
      /(?<![多自流融全])媒体(?!音|播|库|专享|价|折|版|文件|中心|人|运营|接口|格式|服务器|账号|支架|功能|查询|按)|记者(?!证|节)|电视台|报社|焦点访谈|晚报|日报社|都市频道|民生频道|帮忙栏目|新闻(?:频道|热线|媒体|记者)|(?:上|找)(?:新闻|电视|热搜)|曝光|爆料|\b(?:the )?(?:press|media|newspapers?|journalists?|reporters?|tv station|news (?:channel|station|outlet|desk|team)|local news)\b/g,
    intent:
      /(?:找|发|给|让|上|到|向|联系|告诉|请|叫|投|捅|爆|投诉).{0,8}(?:媒体|记者|电视台|报社|新闻|焦点访谈|晚报|频道|栏目)|(?:媒体|记者|电视台|报社|新闻|频道|晚报|栏目).{0,12}(?:适合你|挺适合|曝|爆|见|拍|看看|知道|报道|采访|来|评)|上(?:新闻|电视|热搜)|(?:发|网|视频|抖音|微博|小红书|朋友圈|你们|你家|商家|黑店|这家|让|给|等着|就|要|去|会|直接).{0,8}(?:曝光|爆料)|曝光(?:你|他|这|给|到|一下|出|去)|(?:go|going|talk|speak|call|contact|tell|write|send|take|report|sharing|leak)\w*\b.{0,30}(?:press|media|newspaper|journalist|reporter|tv station|news )|(?:journalist|reporter|press|media|newspaper|local new)s?\b.{0,30}(?:coming|love|interested|story|cover|know|hear)/,
    innocent:
      /(?:过度|双重|多重|长|自动|手动|测光|相机|镜头|快门|光圈|拍照|照片).{0,6}曝光|(?:电视台|新闻).{0,10}都?比.{0,12}(?:准|快|强)|曝光一下(?:我|咱).{0,3}(?:猫|狗|娃|家)|曝光(?:补偿|时间|度|量|不足|过|率|值|模式|参数|三角|太|正常|灯|机)|social media|media (?:player|key|button|volume|unit|console|box|stand|mail)|press (?:the|and|on|it|down|release|any|any|a|fit|stud|kit|cloth)|french press|garlic press|(?:新闻|媒体|记者)(?:专业|工作|系|单位)/,
  },
  {
    named:
      /平台.{0,3}(?:介入|投诉|举报|维权|申诉|仲裁|评理|处理|小二)|(?:申请|客服|官方|平台|小二|淘宝|天猫|京东|拼多多|抖音|要求|找人|第三方|直接).{0,4}介入|介入(?:处理|吧|了|调解)|小二|(?:找|叫|让|向|跟|和|去|到|给|上|告诉|反映到|投诉到|闹到|捅到)(?:你们)?(?:淘宝|天猫|京东|拼多多|抖音|快手|平台|官方|虾皮|shopee|momo|唯品会|苏宁)(?!上|里|买|下单|店|看|搜|拍|旗舰|自营|小店|直播|搜索|的|券|app)|举报(?:你们|你家|商家|店|卖家|假货|这家|这店|到|了)|(?:report|complain|dispute|claim|case|escalat|appeal)\w*\b.{0,30}\b(?:amazon|ebay|etsy|paypal|platform|marketplace|taobao|tmall|aliexpress|shopee|lazada|walmart)|\b(?:amazon|ebay|etsy|paypal|platform|marketplace|taobao|tmall|aliexpress|shopee|lazada|walmart)\b.{0,30}\b(?:step in|intervene|disputes?|complaints?|hear about|will hear|claim|find out|know about)/g,
    intent:
      /介入|评.{0,2}理|投诉|举报|维权|申诉|仲裁|(?:找|叫|让|请|喊).{0,3}小二.{0,6}(?:判|裁|处理|说|看看)|(?:找|叫|让|向|跟|和|去|给|告诉)(?:你们)?(?:平台|官方|淘宝|天猫|京东|拼多多|抖音).{0,6}(?:处理|解决|理论|反映|赔|管|评|说清|要说法|讨)|report|complain|dispute|claim|escalat|intervene|step in|appeal/,
    innocent:
      /介入(?:手术|科|治疗)|店小二|小二.{0,3}(?:在|你好|您好|上(?:酒|菜)|推荐|帮我(?:看|查|选|挑))|(?:平台|京东|淘宝|天猫).{0,2}(?:优惠|券|活动|红包|补贴|满减)|怎么(?:联系|找).{0,4}平台|平台客服(?:说|让|告诉|叫|推|给|发|跟我|已经|刚|那边)/,
  },
  {
    named:
      /\bconsumer (?:protection|affairs|rights|council|association|court|agency|office|watchdog|complaint|hotline|helpline)\b|\bfood (?:standards|safety) (?:agency|authority)\b|\btrading standards\b|\bbetter business bureau\b|\bbbb\b|\bftc\b|\bombudsman\b|\bregulators?\b|\bwatchdog\b|\battorney general\b/g,
    intent:
      /(?:report|complain|contact|call|tell|take|go|going|file|write|hear|send|speak|escalate|inform|involve|told me|calling|filing)\w*\b/,
    innocent: /(?:voltage|gas|pressure|temperature|speed) regulator|watch ?dog (?:bark|game|toy)/,
  },
];
