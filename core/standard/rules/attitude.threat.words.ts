/** Builds of threats that hardly mean anything else: doom, a harm for speaking up, what is known of the customer, a bargain. */
const doom =
  '走着(?:瞧|看)|等着瞧|有你好(?:看|受)|有(?:你|您)受的|吃不了兜着走|(?:你|您)?(?:会)?死得|别后悔|后悔(?:都|也)?来不及|后果自负|吃官司|惹(?:急|毛|火|恼)了?|别逼我|逼急了|信不信(?:我|你|,|$)|摊上事|下不来台|看谁(?:耗|怕|先|笑|下)|谁先(?:认输|扛)|吃亏的(?:是|还是)(?:你|您)|赔得(?:你|您)|慢慢耗|别来求我|(?:来|多)一个我?(?:拉黑|封)一个|传票|有的是麻烦|不然有|(?:你|您)(?:就)?等着(?:接|收|看|吃)|(?:你|您)?敢[^,。!?]{0,6}(?:试试|一个看看)|(?:^|[,。!?])(?:打|退|告|投诉|骂|催|写|发|追究|举报)(?:一个|个)(?:试试|看看)|奉陪到底';
/** What a customer may do: complain, rate, refuse, insist. */
const speaksUp =
  '(?:再(?:闹|吵|骂|催|啰嗦|提|逼|投诉|说一?句|讨价|多嘴|拒收|要)|继续(?:催|闹|骂|吵)|越催|敢(?:发|退|投诉|曝光|外传|拒收)|差评|投诉|曝光|爆料|举报|检举|起诉|打官司|12315|消协|介入|不(?:删|改|撤|签收|接受|同意|满意)(?:是吧|的话|就|,)|硬要|闹(?:大|完))';
const harm =
  '(?:拉黑|黑名单|封(?:你|您|号|了)|号就废|冻结|清零|取消(?:你|您)?(?:的)?(?:资格|售后|会员|保修|换货)|停(?:你|您|了)(?:的)?(?:帐|账|号|保)|报警(?:抓|请)|告(?:你|您)|律师函|传票|最慢的?流程|(?:拖|耗)(?:你|您|着)|慢慢耗|永远(?:挂|拖)|往后排|排(?:到)?最后|越慢|驳(?:回)?|点(?:完结|关闭)|关(?:掉|单)|一(?:毛|分)钱?(?:不|没|都|别)|(?:退款|保修|售后|补偿)[^,。!?]{0,6}(?:没了|作废|免谈|别想|不管)|不派送|恶意退货|征信|失信|公开)';
const reveals =
  '(?:我也)?记(?:住|着)(?:你|您)(?:了|$)|上(?:你|您)(?:家|单位)(?:门口)?|(?:你|您)住(?:哪|在哪)[^。!?]{0,8}(?:有|知道)|发(?:给)?(?:你|您)(?:的)?(?:单位|老板|公司)|(?:你|您)的号(?:可)?是实名';
const bargain =
  '要么[^。!?]{1,12}要么[^。!?]{0,6}(?:没有|别)|(?:要|想要)[^,。!?]{1,6}就别想(?:要|退|拿|用)|(?:别想|休想)(?:要|退|拿|再用|再买)|不删(?:的话)?(?:就)?(?:等着|免谈)|补偿免谈';
export const chineseThreats = new RegExp(
  [doom, `${speaksUp}[^。!?]{0,16}?${harm}`, reveals, bargain].join('|'),
);

export const englishThreats =
  /\byou(?:'ll| will) (?:be sorry|regret)|\bwatch (?:it|yourself|out)\b|\bkeep (?:pushing|complaining|asking|it up)\b[^.!?]{0,24}\b(?:ban\w*|block\w*|nothing|closed|cancel\w*)|\bsee what happens\b|\bwe know where\b|\b(?:review|report|complain\w*|dispute|ask|post|tell)\b[^.!?]{0,24}\b(?:and|then) (?:your|we|our|i|the|you)(?:'ll)?\b[^.!?]{0,24}\b(?:disappear\w*|banned|block\w*|blacklist\w*|collections|lawyers?|cancel\w*|closed|void\w*|sue)\b/;

/** Denied, or said to protect: nobody is punished for a complaint here. */
export const reassures =
  /不会(?:因|影响|拉黑|封|有)|不影响|绝不|放心|没有?(?:拉黑|封)|别担心|不用担心|担心|抱歉|对不起|\b(?:won't|will not|never|don't worry|sorry)\b/;
