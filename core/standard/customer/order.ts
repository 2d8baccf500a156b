import type { TextView } from '../text.ts';
import type { Slot } from './slot.ts';

/** Asks for the order to be closed, or for another address, size or colour. */
export function wantsOrderChangedIn(view: TextView): boolean {
  return view.sentences.some(({ text }) => {
    if (!change.test(text)) return false;
    return request.test(text) && !past.test(text);
  });
}

const change =
  /取消|要了|撤|关(?:了|闭|掉)?|不要了|改|换|错|别发|不用发|先别|拦|退(?:了)?(?:这|那|这个|那个)?(?:一?单|订单)|退订|\b(?:cancel|change|switch|swap|make (?:it|that)|update|wrong|stop|let the|instead|amend|edit)\b/;
const request = new RegExp(
  [
    '(?:给|帮|替|请|麻烦|能|可以|我要|我想|想|要|就|那|都|还是|全|先|快|现在)?.{0,6}(?:取消|撤)(?:了|掉|一?个|订单|单|这|那|吧|$|[,!? ])',
    '取消(?:我|这|那|上|下|刚|昨|全|整|申请.{0,12}取消)|(?:撤|退|关)(?:了|掉|闭)?.{0,4}(?:单|订单)|(?:把|给我|帮我|那就|得了?).{0,8}(?:关|撤|退)(?:了|掉)(?:吧|$|[,! ])|^关了吧',
    '(?:^|[,! ])(?:我)?不(?:想)?要了|(?:先)?别(?:给我)?(?:发|出)(?:货|了|库|$|[,! ])|不用(?:发|寄|安排)了|拦(?:回|截|一下|下来)',
    '改(?:成|到|一下|下|为|个|大|小|送|寄|收|天|发|成.)|(?:给|帮|麻烦|能|可以|想|还能).{0,6}改(?!天|进|善|革)|改(?:地址|尺码|颜色|收货|电话|日期|名字)|给改',
    '(?:换|改)(?:成|个|大|小|一?[个码号色]).{0,6}(?:码|号|色|份|地址|口味|款|$|吧|的)|(?:颜色|尺码|地址|型号|日期|收货|电话|号码|长度|口味|尺寸).{0,8}(?:换|改)(?!过|了)|换.{0,3}(?:右|左|大|小|另|别)',
    '(?:地址|号|色|码|日期|型号|口味|名字|电话).{0,6}(?:填|写|选|拍|输|弄|订)?错|(?:填|写|选|拍|输|买|订|点|打)(?:错|成|重复|少|多)|不是.{2,10}是.{2,12}(?:改|楼|号)',
    '\\b(?:please |pls |can you |could you |want to |need to |like to |just )?(?:cancel|change|switch|swap|amend|update|stop) (?:my|the|it|this|that|order|to|size|colou?r|address|both|one|everything|please)|make (?:it|that) .{2,20}(?:instead|please)|(?:wrong|old) (?:address|size|colou?r|date)|let the .{2,12} go|^cancel\\b',
  ].join('|'),
);
/** Done, asked about in general, or something that is no order. */
const past =
  /(?:取消|撤销?|关闭|改)(?:成功|好)?(?:了|过)(?:吗|吧|是|没|也不|,?(?:想|还|是|对|怎么|优惠|定金|我)|到|成)|已(?:经)?取消|取消(?:成功|得对|键|按钮|申请点.{0,10}没人审$|订阅|关注|收藏|自动|不了)|(?:单子?|你们|你|系统|怎么|显示|谁).{0,6}(?:自己|给我)?(?:取消|关闭|关)(?:了|的)|航班|飞机取消|关掉.{0,6}(?:提醒|通知|推送|声音|灯)|怎么(?:关|取消)(?:提醒|订阅|自动|掉|不|童)|关(?:门|于|机|系|注|键|心|节|不掉|童)|改版|换过|换(?:货|新机|一?台|一?双|一?件)|改(?:地址|成|颜色)?.{0,4}(?:要收?钱|要不要钱|收费|收多少)|就不改|不(?:换|改|取消|用取消)了?|没(?:要|有|点|说).{0,3}(?:取消|改)|(?:不|没)(?:关|撤)|(?:发|寄|送|收|做|装)错|改天|改进|月付|how do i cancel|auto.?renew|was cancell?ed|got cancell?ed|cancell?ation policy|change (?:by itself|colou?r when)/;

/** What the message gives that an agent may have asked for. */
export function givesIn(view: TextView): Slot[] {
  const { text } = view;
  const given: Slot[] = [];
  for (const [slot, pattern] of slots) if (pattern.test(text)) given.push(slot);
  return given;
}

const slots: readonly (readonly [Slot, RegExp])[] = [
  [
    'order',
    /(?<![\d/=])(?!1[3-9]\d{9}(?!\d))\d{8,24}(?!\d|\.html)|\b[a-z]{1,4}-?\d{5,20}\b|orderid|(?:订单|单号|尾号|编号|order)[^\d\n]{0,8}\d{3,}|订单截图/,
  ],
  [
    'photo',
    /图片\]|照片\]|视频\]|\[(?:image|photo|picture|video)\]|\.(?:jpe?g|png|webp|mp4|heic)\b|(?:图|照片|视频|截图)(?:我)?(?:都)?(?:发|传|拍|给)(?:了|过|你|您|给|上|来)|(?<!没|没有|怎么)(?:发|传|拍)(?!不|没)(?:了|过|给你|给您|你)?.{0,3}(?:图|照片|视频|截图)(?:了|过|给|$|[,! ])|(?:photo|picture|video)s? (?:sent|attached|above)|(?:sent|attached|here(?:'s| is| are)) .{0,12}(?:photo|picture|video)/,
  ],
  [
    'size',
    /(?<![a-z])(?:x{0,3}s|m|x{0,4}l|[2-5]xl)(?![a-z'])|\d{2,3}(?:码|号(?!\d|楼|线|院|店|公馆|路|车)|cm|厘米|公斤|斤|kg)|身高|体重|\d{3}[,/ 、]\d{2,3}(?!\d)|\d\.\d{1,2}米|\b(?:size|uk|us|eu) ?\d{1,2}\b|均码|(?:大|中|小|加大)码/,
  ],
  [
    'address',
    /.{2,12}(?:省|自治区|市).{1,20}(?:区|县|镇|路|街|道|村)|(?:路|街|道|巷|弄|村|小区|花园|苑|大厦|公寓).{0,16}\d+(?:号|栋|幢|楼|室|单元|座)|\d+(?:栋|幢|号楼|单元|室)|\b\d{1,5} [a-z]+(?: [a-z]+)? (?:st|street|road|rd|ave|avenue|lane|drive|way|close|court)\b|\bflat \d/,
  ],
  ['phone', /(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)|(?<!\d)09\d{8}(?!\d)|\+\d{8,14}/],
];
