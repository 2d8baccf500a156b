/** What kind of goods words name, whatever each side calls them: "onesie", 连体衣 and 哈衣 are one. */

/** Each kind by its words in Chinese and English; a title names one, a customer another. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['bodysuit', /连体衣?|哈衣|爬服|包屁|三角衣|\bonesies?\b|\bbodysuits?\b|\brompers?\b|\bbabygro/],
  ['sleeping bag', /睡袋|\bsleeping bags?\b|\bsleep ?sacks?\b/],
  ['pyjamas', /睡衣|家居服|\bpyjamas?\b|\bpajamas?\b|\bpjs\b|\bsleepwear\b/],
  ['trousers', /裤(?!衩)|\btrousers\b|\bpants\b|\bleggings\b|\bjeans\b|\bshorts\b/],
  ['skirt', /裙|\bskirts?\b|\bdress(?:es)?\b/],
  ['coat', /外套|羽绒服|棉服|棉衣|大衣|夹克|马甲|风衣|冲锋衣|\bcoats?\b|\bjackets?\b|\bvests?\b|\bdown\b/],
  ['sweater', /毛衣|针织|卫衣|开衫|线衫|\bsweaters?\b|\bcardigans?\b|\bhoodies?\b|\bjumpers?\b|\bknit/],
  ['shirt', /t恤|衬衫|上衣|打底|短袖|长袖|汗衫|\bshirts?\b|\btees?\b|\btops?\b|\bt-?shirts?\b|\bblouses?\b/],
  ['underwear', /内衣|内裤|文胸|背心|\bunderwear\b|\bbras?\b|\bboxers?\b|\bsinglets?\b/],
  ['shoes', /鞋|靴|\bshoes?\b|\bboots?\b|\bsneakers?\b|\bsandals?\b|\bslippers?\b|\btrainers\b/],
  ['socks', /袜|\bsocks?\b|\bstockings?\b|\btights\b/],
  ['hat', /帽|\bhats?\b|\bcaps?\b|\bbeanies?\b|\bbonnets?\b/],
  ['bib', /围嘴|口水巾|口水兜|饭兜|\bbibs?\b/],
  ['blanket', /毯|包被|抱被|被子|盖被|\bblankets?\b|\bquilts?\b|\bduvets?\b|\bswaddles?\b/],
  ['bedding', /床单|床品|枕|被套|四件套|\bsheets?\b|\bpillows?\b|\bbedding\b/],
  ['towel', /毛巾|浴巾|纱布巾|方巾|\btowels?\b|\bwashcloths?\b|\bmuslin/],
  ['scarf', /围巾|围脖|丝巾|\bscar(?:f|ves)\b/],
  ['gloves', /手套|\bgloves?\b|\bmittens?\b/],
  ['bag', /(?<!睡|书?红|面)包(?!邮|裹|装|退|换|屁|被)|\bbags?\b|\bbackpacks?\b|\bpurses?\b|\bhandbags?\b/],
  ['toy', /玩具|积木|拼图|公仔|玩偶|\btoys?\b|\bpuzzles?\b|\bdolls?\b/],
  ['bottle', /奶瓶|水杯|保温杯|杯子|\bbottles?\b|\bcups?\b|\bmugs?\b/],
  ['nappies', /尿不湿|纸尿裤|拉拉裤|尿布|\bnappies\b|\bdiapers?\b/],
  ['set', /套装|礼盒|\bsets?\b|\bgift box/],
];

export interface GoodsWord {
  kind: string;
  said: string;
}

/** @param text normalised, in small letters */
export function goodsIn(text: string): GoodsWord[] {
  return kinds.flatMap(([kind, pattern]) => {
    const said = pattern.exec(text)?.[0];
    return said === undefined ? [] : [{ kind, said }];
  });
}

const colours: readonly RegExp[] = [
  /黑色?|\bblack\b/,
  /白色?(?!天)|\bwhite\b/,
  /(?<!口|分)红色?(?!包)|酒红|\bred\b/,
  /粉色?|\bpink\b/,
  /蓝色?|藏青|\bblue\b|\bnavy\b/,
  /绿色?|\bgreen\b/,
  /黄色?|姜黄|\byellow\b/,
  /(?<!鹅|鸡)灰色?|\bgr[ae]y\b/,
  /紫色?|\bpurple\b|\bviolet\b/,
  /棕色?|咖色?|咖啡色|\bbrown\b/,
  /橙色?|橘色?|\borange\b/,
  /米白|米色|杏色|\bbeige\b|\bcream\b|\bivory\b/,
];

/** The colours that both name: as the customer says it. */
export function sharedColour(text: string, title: string): string | null {
  for (const colour of colours) {
    const said = colour.exec(text)?.[0];
    if (said !== undefined && colour.test(title)) return said;
  }
  return null;
}

/** `36码`, `100号`, `80cm`, `size 6`, `XL`: as bare figures or letters. */
export function sizesIn(text: string): { size: string; said: string }[] {
  const found = [
    ...text.matchAll(/(?<![\d.])(\d{1,3}(?:\.5)?) ?(?:码|号(?!楼|店|线|院|下|买|到|拍)|cm|厘米)/g),
    ...text.matchAll(/\b(?:size|uk|us|eu) ?(\d{1,3}(?:\.5)?|x{0,4}[sl]|m)\b/g),
    ...text.matchAll(/(?<![a-z\d])([2-6]xl|x{1,4}[sl]|[sml])(?= ?(?:码|号|size|$|[,。! ]))/g),
  ];
  return found.map(([said, size]) => ({ size: size!, said: said.trim() }));
}

/** The sizes that a line's own words name: every figure in its variant, and the end of its SKU. */
export const sizesOfLine = (spec: string, sku: string): Set<string> =>
  new Set([
    ...(spec.match(/\d{1,3}(?:\.5)?|[2-6]xl|x{1,4}[sl]|\b[sml]\b/g) ?? []),
    sku.split(/[-_ ]/).at(-1) ?? '',
  ]);

/** Sums of money in whole fen: `129块`, `¥129.5`, `59 yuan`. */
export function amountsIn(text: string): { fen: number; said: string }[] {
  const found = [
    ...text.matchAll(/(?<![\d.])(\d{1,6}(?:\.\d{1,2})?) ?(?:块钱?|元|rmb|yuan|cny|dollars|usd)/g),
    ...text.matchAll(/[¥￥$] ?(\d{1,6}(?:\.\d{1,2})?)/g),
  ];
  return found.map(([said, figure]) => ({ fen: Math.round(Number(figure) * 100), said: said.trim() }));
}
