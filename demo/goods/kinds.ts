/** What 云朵童装 makes: sixteen kinds of baby goods, each in four designs. Prices in fen. */

export interface Kind {
  code: string;
  /** Follows the design's name. */
  name: string;
  fen: number;
  sizes: readonly string[];
  /** [size, height in cm, weight in kg, age] */
  sizeTable: readonly (readonly [string, string, string, string])[] | null;
  material: string;
  safetyClass: 'A 类' | 'B 类';
  care: string;
  guaranteeDays: number;
  /** In the words of the import's column; empty: seven days without a reason hold. */
  excluded: string;
  description: string;
}

const bodies = [
  ['52', '47–52', '2.5–4', '新生儿'],
  ['59', '53–59', '4–6', '0–3 个月'],
  ['66', '60–66', '6–8', '3–6 个月'],
  ['73', '67–73', '8–10', '6–12 个月'],
  ['80', '74–80', '10–11.5', '12–18 个月'],
  ['90', '81–90', '11.5–14', '1.5–3 岁'],
  ['100', '91–100', '14–16.5', '3–4 岁'],
] as const;
const heads = [
  ['42', '头围 40–42', '—', '0–6 个月'],
  ['44', '头围 43–44', '—', '6–12 个月'],
  ['46', '头围 45–47', '—', '1–2 岁'],
] as const;
const feet = [
  ['9', '脚长 8–9', '—', '0–6 个月'],
  ['11', '脚长 10–11', '—', '6–18 个月'],
  ['13', '脚长 12–13', '—', '1.5–3 岁'],
] as const;
const soles = [
  ['115', '脚长 11.0–11.5', '—', '10–14 个月'],
  ['125', '脚长 11.6–12.5', '—', '1–1.5 岁'],
  ['135', '脚长 12.6–13.5', '—', '1.5–2 岁'],
] as const;

type Table = NonNullable<Kind['sizeTable']>;
const only = (table: Table, sizes: string): Table =>
  table.filter(([size]) => sizes.split(' ').includes(size));
const gentle = '30 ℃ 以下轻柔机洗，反面晾晒，不漂白';
const byHand = '冷水手洗，平铺阴干，不可烘干';

interface Made extends Partial<Kind> {
  code: string;
  name: string;
  fen: number;
  table?: Table;
}

function kind({ table, ...made }: Made): Kind {
  return {
    sizes: table ? table.map(([size]) => size) : (made.sizes ?? ['均码']),
    sizeTable: table ?? null,
    material: '100% 精梳棉',
    safetyClass: 'A 类',
    care: gentle,
    guaranteeDays: 90,
    excluded: '',
    description: '',
    ...made,
  };
}

export const kinds: readonly Kind[] = [
  kind({
    code: 'BS',
    name: '短袖连体衣',
    fen: 6900,
    table: only(bodies, '52 59 66 73'),
    description: '肩扣好穿脱，裆部三粒无镍按扣',
  }),
  kind({
    code: 'RP',
    name: '长袖爬服',
    fen: 12900,
    table: only(bodies, '59 66 73 80'),
    description: '膝部双层，爬行不硌；袖口螺纹可卷一道',
  }),
  kind({
    code: 'SB',
    name: '睡袋',
    fen: 19900,
    table: only(bodies, '66 80 90'),
    material: '面里 100% 棉，填充 100% 聚酯纤维 80 g',
    guaranteeDays: 180,
    description: '双向拉链带护颈，室温 18–22 ℃',
  }),
  kind({
    code: 'CD',
    name: '针织开衫',
    fen: 15900,
    table: only(bodies, '66 73 80 90'),
    material: '90% 棉，10% 羊绒',
    care: byHand,
    description: '椰子扣，前襟加里布不勒',
  }),
  kind({ code: 'HT', name: '软软帽', fen: 4900, table: heads, description: '双层针织，护耳' }),
  kind({
    code: 'SK',
    name: '中筒袜（两双）',
    fen: 2900,
    table: feet,
    material: '78% 棉，19% 锦纶，3% 氨纶',
    excluded: '贴身穿着',
    description: '无骨缝头，袜口不勒',
  }),
  kind({
    code: 'BB',
    name: '吃饭围兜',
    fen: 2500,
    material: '面层 100% 棉，里层防水膜',
    description: '可调两档颈围，带接渣兜',
  }),
  kind({
    code: 'MB',
    name: '六层纱布盖毯',
    fen: 5900,
    sizes: ['110×110', '120×150'],
    material: '100% 棉纱布',
    description: '越洗越软，四季可盖',
  }),
  kind({
    code: 'TW',
    name: '纱布浴巾',
    fen: 7900,
    sizes: ['90×90', '120×120'],
    material: '100% 棉纱布',
    excluded: '贴身穿着',
    description: '吸水快干，可作襁褓',
  }),
  kind({
    code: 'PJ',
    name: '分体睡衣',
    fen: 13900,
    table: only(bodies, '73 80 90 100'),
    material: '95% 棉，5% 氨纶',
    description: '高腰护肚，屁股片可换尿布',
  }),
  kind({
    code: 'LG',
    name: '大屁屁裤',
    fen: 6500,
    table: only(bodies, '66 73 80 90 100'),
    material: '95% 棉，5% 氨纶',
    description: '裆部加片，穿尿裤不紧',
  }),
  kind({
    code: 'VT',
    name: '夹棉背心',
    fen: 11900,
    table: only(bodies, '73 80 90 100'),
    material: '面里 100% 棉，填充 100% 聚酯纤维 60 g',
    safetyClass: 'B 类',
    description: '两面可穿',
  }),
  kind({
    code: 'JK',
    name: '防风外套',
    fen: 23900,
    table: only(bodies, '80 90 100'),
    material: '面 100% 聚酯纤维，里 100% 棉',
    safetyClass: 'B 类',
    guaranteeDays: 180,
    description: '帽子可拆，袖口防风',
  }),
  kind({
    code: 'SH',
    name: '软底学步鞋',
    fen: 16900,
    table: soles,
    material: '鞋面棉，鞋底牛筋',
    safetyClass: 'B 类',
    care: '湿布擦拭，不可机洗',
    guaranteeDays: 90,
    description: '前掌可弯，后跟包裹',
  }),
  kind({
    code: 'GS',
    name: '满月礼盒（五件）',
    fen: 29900,
    sizes: ['59', '66'],
    table: only(bodies, '59 66'),
    description: '连体衣、裤、帽、围兜、盖毯各一',
  }),
  kind({
    code: 'NM',
    name: '刺绣名字定制毯',
    fen: 18900,
    sizes: ['100×100'],
    material: '100% 棉',
    excluded: '定制',
    description: '绣宝宝名字，三个工作日制作',
  }),
];

/** Each kind's designs, by the code in its SKUs. The storefront shows the first of eight kinds. */
export const designs: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  BS: [
    ['YD', '云朵'],
    ['MS', '麦穗'],
    ['YM', '圆木马'],
    ['LZ', '栗子'],
  ],
  RP: [
    ['DJ', '豆荚'],
    ['SG', '松果'],
    ['HL', '海浪'],
    ['JY', '鲸鱼'],
  ],
  SB: [
    ['YL', '晚安月亮'],
    ['XH', '小狐狸'],
    ['XK', '星空'],
    ['BX', '北极熊'],
  ],
  CD: [
    ['BG', '小饼干'],
    ['KK', '可可'],
    ['YS', '燕麦色'],
    ['SZ', '柿子'],
  ],
  HT: [
    ['MQ', '毛球'],
    ['TE', '兔耳'],
    ['XX', '小熊'],
    ['LD', '铃铛'],
  ],
  SK: [
    ['BL', '不勒脚'],
    ['TW', '条纹'],
    ['BD', '波点'],
    ['CC', '草丛'],
  ],
  BB: [
    ['XX', '小熊'],
    ['NN', '奶牛'],
    ['XG', '西瓜'],
    ['JZ', '橘子'],
  ],
  MB: [
    ['SX', ''],
    ['YD', '雨滴'],
    ['PG', '蒲公英'],
    ['YZ', '叶子'],
  ],
  TW: [
    ['YB', '云边'],
    ['HL', '海浪'],
    ['LM', '柠檬'],
    ['TX', '田心'],
  ],
  PJ: [
    ['DS', '打盹'],
    ['YL', '月亮船'],
    ['KL', '恐龙'],
    ['CM', '草莓'],
  ],
  LG: [
    ['PS', '胖熊'],
    ['GZ', '格子'],
    ['MT', '面团'],
    ['SL', '森林'],
  ],
  VT: [
    ['NH', '暖核桃'],
    ['XH', '小花'],
    ['LX', '流星'],
    ['QQ', '秋千'],
  ],
  JK: [
    ['FZ', '风筝'],
    ['XS', '小山'],
    ['DT', '灯塔'],
    ['HO', '海鸥'],
  ],
  SH: [
    ['QB', '起步'],
    ['TT', '踏踏'],
    ['PP', '啪嗒'],
    ['YC', '远足'],
  ],
  GS: [
    ['TY', '团圆'],
    ['MM', '满满'],
    ['JN', '锦鲤'],
    ['PA', '平安'],
  ],
  NM: [
    ['CX', '初心'],
    ['XY', '小鱼'],
    ['TY', '太阳'],
    ['YH', '月华'],
  ],
};
