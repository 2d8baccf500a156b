/** Who buys there: made-up people at made-up doors. */
import type { Chance } from './seeded.ts';

export interface Buyer {
  account: string;
  receiver: string;
  phone: string;
  address: string;
  /** Where parcels to them are sorted. */
  hub: string;
  /** Sends nearly everything back. */
  returnsMuch?: boolean;
  /** Has an account of several at one door. */
  sharesDoor?: boolean;
}

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文',
];
const given = [
  ...'婷静敏丽娟芳艳娜莹雪倩琳萍燕玲霞洁颖薇岚月菲瑶悦宁欣怡佳晨曦然若兰思源子涵一诺可心雨桐梓萱浩伟强磊军勇杰涛明超鹏飞宇航文博建国志远',
];
const towns: readonly (readonly [string, string, string])[] = [
  ['浙江省杭州市', '余杭区', '杭州转运中心'],
  ['浙江省宁波市', '鄞州区', '宁波转运中心'],
  ['江苏省南京市', '江宁区', '南京转运中心'],
  ['江苏省苏州市', '吴中区', '苏州转运中心'],
  ['上海市', '闵行区', '上海转运中心'],
  ['广东省广州市', '番禺区', '广州转运中心'],
  ['广东省深圳市', '龙岗区', '深圳转运中心'],
  ['四川省成都市', '双流区', '成都转运中心'],
  ['湖北省武汉市', '洪山区', '武汉转运中心'],
  ['湖南省长沙市', '岳麓区', '长沙转运中心'],
  ['河南省郑州市', '中原区', '郑州转运中心'],
  ['山东省济南市', '历下区', '济南转运中心'],
  ['陕西省西安市', '雁塔区', '西安转运中心'],
  ['北京市', '通州区', '北京转运中心'],
  ['辽宁省沈阳市', '浑南区', '沈阳转运中心'],
  ['福建省厦门市', '集美区', '厦门转运中心'],
];
const roads = [
  '桃源路',
  '新安街',
  '梧桐大道',
  '滨河路',
  '育才路',
  '和风里',
  '望江路',
  '松涛街',
  '学府路',
  '春晖巷',
];

/** Among those who buy again and again: four accounts at one door, and one who sends nearly everything back. */
const oneDoor = [11, 12, 13, 14];
const returning = 21;

export function buyersOf(chance: Chance, count: number): Buyer[] {
  const buyers = honestBuyers(chance, count);
  const [host] = oneDoor.map((at) => buyers[at]!);
  for (const at of oneDoor) {
    const { address, hub } = host!;
    buyers[at] = { ...buyers[at]!, address, hub, sharesDoor: true };
  }
  buyers[returning] = { ...buyers[returning]!, returnsMuch: true };
  return buyers;
}

function honestBuyers(chance: Chance, count: number): Buyer[] {
  return Array.from({ length: count }, (_, i) => {
    const [city, district, hub] = chance.oneOf(towns);
    const door = `${chance.between(1, 399)} 号 ${chance.between(1, 28)} 幢 ${chance.between(1, 32)}0${chance.between(1, 4)} 室`;
    return {
      account: `yd${String(100_000 + i * 7 + chance.between(0, 6))}`,
      receiver: chance.oneOf(surnames) + chance.oneOf(given) + (chance.is(0.6) ? chance.oneOf(given) : ''),
      // 199 is no prefix that a network has given out.
      phone: `199${String(10_000_000 + i * 4_099 + chance.between(0, 4_000)).slice(0, 8)}`,
      address: `${city}${district}${chance.oneOf(roads)} ${door}`,
      hub,
    };
  });
}
