/** What a shop's people and customers say over the years, with words in it that are looked for afterwards. */

const openings = ['您好', '亲', '你好呀', '请问一下', '不好意思', '谢谢', '好的', '嗯嗯', '那个', '老板'];
const subjects = '开衫 连体衣 睡袋 围兜 袜子 帽子 外套 裤子 口水巾 包被 毛衣 羽绒服 礼盒 浴巾 枕头'.split(
  ' ',
);
const matters =
  '起球了 掉色严重 尺码偏小 少发了一件 还没有发货 物流不动了 想换大一码 想要退货 吊牌没有 有线头 味道有点大 洗了缩水 拉链坏了 收到是旧的 颜色发错了 和图片不一样 想问什么面料 适合多大的宝宝'.split(
    ' ',
  );
const answers =
  '这边帮您登记一下 马上给您安排补发 运费由我们承担 请您拍张照片 明天中午前给您回电 已经催过快递了 可以无理由的 优惠券给您放到账户里 今天能发出 建议选九十码 是纯棉的可以机洗 稍等我查一下仓库'.split(
    ' ',
  );
const endings = ['吗', '呢', '哦', '了', '，麻烦您', '，辛苦', '，急', '', '', '。'];

/** Numbers that look like chance and are the same each time. */
function mixed(n: number, turn: number): number {
  let value = Math.imul(n ^ (turn * 0x9e3779b1), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

const pick = (from: readonly string[], n: number, turn: number) => from[mixed(n, turn) % from.length]!;

/** As varied as a language: any characters of a few thousand. */
const anything = (n: number, turn: number) =>
  String.fromCharCode(
    ...Array.from({ length: 2 + (mixed(n, turn) % 4) }, (_, i) => 0x4e00 + (mixed(n, turn + 50 + i) % 6000)),
  );

export function messageOf(n: number, of: number): string {
  const parts = [
    mixed(n, 1) % 3 === 0 ? pick(openings, n, 2) + '，' : '',
    pick(subjects, n, 3),
    anything(n, 4),
    n % 2 === 0 ? pick(matters, n, 5) : pick(answers, n, 5),
    pick(endings, n, 6),
    mixed(n, 7) % 12 === 0 ? `，单号${7_000_000_000 + (mixed(n, 8) % 2_000_000_000)}` : '',
    rareIn(n, of) ? '，是貔貅图案那款' : '',
  ];
  return parts.join('');
}

/** In three of all, early, in the middle and late. */
const rareIn = (n: number, of: number) => [0.1, 0.5, 0.9].some((share) => n === Math.floor(of * share));

export interface Wanted {
  name: string;
  q: string;
}

export const wanted: Wanted[] = [
  { name: '罕见词 rare word', q: '貔貅' },
  { name: '常见词 common word', q: '您好' },
  { name: '两个字 two characters', q: '退货' },
  { name: '一个字 one character', q: '袜' },
  { name: '长词 long word', q: '明天中午前给您回电' },
  { name: '两个常见词 two common words', q: '睡袋 掉色严重' },
  { name: '数字 a number', q: '7788' },
  { name: '没有的词 not there', q: '貔貅掉色' },
];
