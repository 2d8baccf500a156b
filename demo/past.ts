/** Conversations of the demo shop's last days: some good, some to learn from. Written for the demo. */
import type { Order } from './goods/orders.ts';

export interface PastConversation {
  id: string;
  customer: string;
  /** Whose it was. */
  group: 'pre-sales' | 'in-sales' | 'after-sales';
  /** How many hours before the first start it began. */
  hoursAgo: number;
  /** [who, seconds after the beginning, words] */
  turns: ['customer' | 'agent', number, string][];
}

export const past: PastConversation[] = [
  {
    id: 'demo-size',
    group: 'pre-sales',
    customer: '苗苗妈妈',
    hoursAgo: 6,
    turns: [
      ['customer', 0, '你好，宝宝八个月，身高71，体重18斤，连体衣拿哪个码？'],
      [
        'agent',
        24,
        '苗苗妈妈您好呀～我是小满，工号1001。按71厘米、18斤，73码现在刚合身，80码可以穿到周岁多一点。',
      ],
      ['customer', 61, '那怎么选呢，怕买大了'],
      [
        'agent',
        88,
        '现在每天要穿的话我更推荐73码；想多穿一季就选80码，袖口和裤脚都是螺纹的，卷一道也不会松。我个人建议73码两件换着穿。',
      ],
      ['customer', 130, '好，那就73码，奶白和豆绿各一件'],
      ['agent', 151, '好的，奶白73码和豆绿73码各一件，今天16点前付款当天就发。谢谢您，祝宝宝健康长大～'],
      ['customer', 170, '谢谢'],
    ],
  },
  {
    id: 'demo-stalled-parcel',
    group: 'in-sales',
    customer: '顾先生',
    hoursAgo: 9,
    turns: [
      ['customer', 0, '我的包裹三天没动了，到底还送不送？？'],
      [
        'agent',
        35,
        '顾先生，让您干等三天，实在对不起。我是知夏，工号1002，这件事我来负责。我先看一下轨迹，两分钟内给您结果。',
      ],
      [
        'agent',
        122,
        '看到了：包裹前天到了中转站，之后一直没有新的扫描。我已经请站点今天找件，同时给您留了一套同款的货。',
      ],
      ['customer', 170, '要是找不到呢'],
      [
        'agent',
        205,
        '找不到的话，您可以选重新发一套，今天就出库；也可以直接全额退款。我更推荐重发，尺码和颜色都还有。',
      ],
      ['customer', 260, '行，那先找，明天没消息就重发'],
      ['agent', 282, '好，我记下了：明天中午前找不到就重发。有进展我马上在这里告诉您，谢谢您的耐心。'],
    ],
  },
  {
    id: 'demo-snapped-back',
    group: 'after-sales',
    customer: '邱女士',
    hoursAgo: 27,
    turns: [
      ['customer', 0, '洗了一次就缩水，裤子短了一截'],
      ['agent', 48, '水洗标上不是写得很清楚吗？您难道没看就洗了？'],
      ['customer', 95, '你什么态度？我用的是冷水'],
      ['agent', 160, '抱歉，是我话说重了。麻烦您拍一张平铺的照片，我帮您申请换新，来回运费我们出。'],
      ['customer', 240, '这还差不多，我晚上拍'],
      ['agent', 262, '好的，照片发来我就给您办，谢谢您给我们机会改正。'],
    ],
  },
  {
    id: 'demo-hotline',
    group: 'after-sales',
    customer: '彭女士',
    hoursAgo: 31,
    turns: [
      ['customer', 0, '宣传写A类，我手上这件吊牌是B类，这不是骗人吗，我要打12315'],
      [
        'agent',
        40,
        '彭女士，看到吊牌和页面对不上，换成谁都会生气，我先跟您说声对不起。我是立秋，工号1003，由我跟到底。',
      ],
      [
        'agent',
        75,
        '您方便拍一下吊牌吗？我同时请主管一起看。现在能给您的有两个办法：马上退款，运费我们承担；或者换成有A类检测报告的那一批。',
      ],
      ['customer', 150, '我要退款'],
      [
        'agent',
        171,
        '好的，退款我现在提交，今天之内原路退回，主管会再给您回一个电话说明原因。谢谢您告诉我们。',
      ],
    ],
  },
  {
    id: 'demo-slow',
    group: 'in-sales',
    customer: '范先生',
    hoursAgo: 33,
    turns: [
      ['customer', 0, '发票什么时候能开？公司等着报销'],
      [
        'agent',
        460,
        '范先生不好意思，刚才在处理别的单子，让您久等了。电子发票我现在开，抬头和税号麻烦您发我一下。',
      ],
      ['customer', 520, '杭州云栖贸易有限公司，税号我私信发'],
      ['agent', 545, '收到，开好后会显示在订单详情里，一般半小时内就有。'],
    ],
  },
  {
    id: 'demo-emoji-only',
    group: 'after-sales',
    customer: '小鱼妈',
    hoursAgo: 50,
    turns: [
      ['customer', 0, '收到的睡袋拉链是坏的，孩子今晚怎么睡'],
      ['agent', 30, '😅😅'],
      ['customer', 62, '发个表情是什么意思'],
      [
        'agent',
        140,
        '对不起，刚才那样回您很不合适。睡袋我今天给您补发一个，用最快的快递，坏的那个不用寄回。',
      ],
      ['customer', 190, '好吧，尽快'],
    ],
  },
  {
    id: 'demo-english',
    group: 'pre-sales',
    customer: 'Hannah Reed',
    hoursAgo: 54,
    turns: [
      ['customer', 0, 'Hi, do you ship the muslin blanket to Ningbo? My sister lives there.'],
      [
        'agent',
        33,
        'Hello Hannah, this is Xiaoman, agent 1001. Yes, we do: two days to Ningbo, free above 99 yuan.',
      ],
      ['customer', 80, 'Lovely. Is it machine washable?'],
      [
        'agent',
        104,
        'It is: 30 degrees in a laundry bag, and it gets softer with each wash. The cloud print is my own favourite.',
      ],
      ['customer', 130, 'Perfect, ordering now. Thank you!'],
      ['agent', 149, 'Thank you, Hannah. I will keep an eye on the parcel for you. Have a good evening!'],
    ],
  },
  {
    id: 'demo-price',
    group: 'after-sales',
    customer: '庄女士',
    hoursAgo: 75,
    turns: [
      ['customer', 0, '我前天买的今天就便宜了20，能补差价吗'],
      ['agent', 41, '庄女士您好，能补的。您这件在保价期里，按今天的价格，每件退您20元，两件一共40元。'],
      ['customer', 77, '怎么操作'],
      ['agent', 98, '不用您操作，我这边提交就好，钱会原路退回，最迟明天到账，到了我再跟您说一声。'],
      ['customer', 120, '太好了谢谢'],
    ],
  },
];

export interface Writer {
  customer: string;
  topic: 'goods' | 'order' | 'after-sale';
  messages: string[];
  /** What it is about, where the shop has it on record. */
  order?: Order;
}

/** Customers who are waiting when the demo starts for the first time. */
export const waiting: Writer[] = [
  {
    customer: '池妈妈',
    topic: 'goods',
    messages: ['宝宝76厘米、9.5公斤，爬服和睡袋各拿哪个码合适？', '两样一起买有优惠吗'],
  },
  {
    customer: '许女士',
    topic: 'goods',
    messages: ['请问纱布浴巾有120乘120的吗？', '想给六个月的宝宝当盖毯用'],
  },
  { customer: '罗先生', topic: 'order', messages: ['地址填错了一个数字，还没发货，能改吗？'] },
  {
    customer: '宋女士',
    topic: 'after-sale',
    messages: ['孩子穿了你们的连体衣，脖子和手臂起了一片红疹', '我要去市场监管局投诉你们！！'],
  },
  { customer: '韩女士', topic: 'after-sale', messages: ['退回去的包裹签收两天了，退款怎么还没到'] },
];
