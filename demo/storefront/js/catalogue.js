/** What the demo shop sells, and what its one customer bought. Prices in fen. */
const materials = {
  usual: { zh: '100% 精梳棉', en: '100% combed cotton' },
  cardigan: { zh: '90% 棉，10% 羊绒', en: '90% cotton, 10% cashmere' },
  socks: { zh: '78% 棉，19% 锦纶，3% 氨纶', en: '78% cotton, 19% nylon, 3% elastane' },
  bib: { zh: '面层 100% 棉，里层防水膜', en: 'Cotton face, waterproof lining' },
};

export const products = [
  product(
    'bodysuit',
    'bodysuit',
    '#dce8ee',
    '#f7f3ea',
    6900,
    '云朵短袖连体衣',
    'Cloud short-sleeve bodysuit',
    '52 59 66 73',
    '春夏',
    'Spring, summer',
  ),
  product(
    'romper',
    'romper',
    '#e3eadb',
    '#b9cba7',
    12900,
    '豆荚长袖爬服',
    'Pea-pod long-sleeve romper',
    '59 66 73 80',
    '春秋',
    'Spring, autumn',
  ),
  product(
    'sleeping-bag',
    'sleepingBag',
    '#dfe0ee',
    '#a9b3d3',
    19900,
    '晚安月亮睡袋',
    'Goodnight-moon sleeping bag',
    '66 80 90',
    '秋冬',
    'Autumn, winter',
  ),
  product(
    'cardigan',
    'cardigan',
    '#f3e3d5',
    '#d9a98a',
    15900,
    '小饼干针织开衫',
    'Biscuit knitted cardigan',
    '66 73 80 90',
    '春秋',
    'Spring, autumn',
  ),
  product(
    'hat',
    'hat',
    '#f4e2df',
    '#d98f86',
    4900,
    '毛球软软帽',
    'Pompom soft hat',
    '42 44 46',
    '秋冬',
    'Autumn, winter',
  ),
  product(
    'socks',
    'socks',
    '#e9e6d8',
    '#c8b26f',
    2900,
    '不勒脚中筒袜（两双）',
    'Easy-cuff socks, two pairs',
    '9 11 13',
    '四季',
    'All year',
  ),
  product(
    'bib',
    'bib',
    '#dceae6',
    '#8bb5aa',
    2500,
    '小熊吃饭围兜',
    'Little-bear bib',
    '均码',
    '四季',
    'All year',
  ),
  product(
    'muslin',
    'muslin',
    '#eee4ea',
    '#c7a4b8',
    5900,
    '六层纱布盖毯',
    'Six-layer muslin blanket',
    '110×110',
    '四季',
    'All year',
  ),
];

export const orders = [
  {
    number: 'YD2026111500731',
    on: '2026-11-15',
    state: { zh: '已签收', en: 'Received' },
    news: { zh: '11 月 19 日由本人签收', en: 'Received in person on 19 November' },
    items: [
      { id: 'sleeping-bag', size: '80', count: 1 },
      { id: 'bodysuit', size: '73', count: 2 },
    ],
  },
  {
    number: 'YD2026110300418',
    on: '2026-11-03',
    state: { zh: '交易完成', en: 'Finished' },
    news: { zh: '已完成，感谢您的光顾', en: 'Finished, thank you for your visit' },
    items: [{ id: 'hat', size: '44', count: 1 }],
  },
];

export function findProduct(id) {
  return products.find((one) => one.id === id);
}

function product(id, drawing, paper, colour, price, zh, en, sizes, seasonZh, seasonEn) {
  return {
    id,
    drawing,
    paper,
    colour,
    price,
    name: { zh, en },
    sizes: sizes.split(' '),
    season: { zh: seasonZh, en: seasonEn },
    material: materials[drawing] ?? materials.usual,
    care: {
      zh: '30 ℃ 以下轻柔机洗，反面晾晒，不漂白',
      en: 'Gentle wash below 30 °C, dry inside out, no bleach',
    },
  };
}
