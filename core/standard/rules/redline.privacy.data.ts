import { Sought } from '../sieve.ts';

/** A piece of personal data in a normalised text: what it is, its plain value, where it stands. */
export interface PersonalData {
  kind: 'identity' | 'phone' | 'order' | 'parcel' | 'address' | 'name';
  value: string;
  start: number;
  end: number;
}

/** Identity numbers, phone numbers and order numbers, however their digits are grouped. */
export function numbersIn(text: string): PersonalData[] {
  if (!long.test(text)) return [];
  const found: PersonalData[] = [];
  for (const match of text.matchAll(figures)) {
    const value = match[0].replace(/[^\da-z]/g, '');
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    const kind = kindOf(value, match[0], before);
    if (kind)
      found.push({ kind, value: plain(kind, value), start: match.index, end: match.index + match[0].length });
  }
  return [...found, ...disguisedIn(text)];
}

/** Mobiles with letters or commas put between their figures, where the words say that it is a number to call. */
function disguisedIn(text: string): PersonalData[] {
  if (!callable.test(text)) return [];
  return [...text.matchAll(disguised)].flatMap((match) => {
    const value = match[0].replace(/\D/g, '');
    const isHidden = /[a-z,、]/.test(match[0]) && isMobile(value);
    return isHidden ? [{ ...place('phone', match), value }] : [];
  });
}

/** Places with a street or estate and a number. */
export function addressesIn(text: string): PersonalData[] {
  return !/\d/.test(text) || !address.mayStandIn(text)
    ? []
    : [...text.matchAll(address.pattern)].map((match) => place('address', match));
}

/** Surnames with a title. */
export function namesIn(text: string): PersonalData[] {
  return !/先生|女士|小姐|太太|大姐|阿姨|大哥/.test(text)
    ? []
    : [...text.matchAll(titled)].map((match) => place('name', match));
}

/** Figures enough for a number that tells who somebody is. */
const long = /\d(?:\D{0,3}\d){6}/;
const callable = /电话|手机|号码?|联系|打|call|phone|mobile|number|reach|text/;
const disguised = /(?<![\da-z])1(?:[ a-z\-.,、]{0,3}\d){10}(?![\da-z])/g;
const figures = /(?<![\da-z#_=/])(?:\+|\()?(?:[a-z]{1,3})?\d(?:[ \-.()]{0,2}\d){6,23}x?(?![\da-z*])/g;
const address = new Sought(
  /[\u3400-\u9fff]{1,10}(?:区|县|镇|乡|街道|路|街|大道|巷|弄|村|小区|花园|苑|公寓|大厦|里|庄|广场)[\u3400-\u9fff\d]{0,12}?\d{1,5}(?:号|弄|栋|幢|座|单元|室|楼|户|-\d+)(?:[\u3400-\u9fff\d-]{0,12}?\d{1,5}(?:号|栋|幢|座|单元|室|楼|户))*|\b\d{1,5} (?:[a-z]+ ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|court|close|terrace|boulevard|blvd)\b/g,
);
const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴闻翟谭';
const titled = new RegExp(`[${surnames}][\\u3400-\\u9fff]{0,2}?(?:先生|女士|小姐|太太|大姐|阿姨|大哥)`, 'g');

function kindOf(value: string, written: string, before: string): PersonalData['kind'] | null {
  const isOrder = /(?:订单|order)[^,。;]{0,8}$/.test(before);
  if (isIdentity(value, written, before)) return 'identity';
  if (isOrder) return value.length >= 8 ? 'order' : null;
  if (
    /(?:单号|运单|物流|快递|编[号码]|货号|型号|条码|批号|流水号?|券码|tracking|number|parcel|sku|code|ref\w*|no\.?)[^,。;\d]{0,4}$/.test(
      before,
    )
  ) {
    return /(?:电话|手机|phone|mobile|cell|contact|his|her|their) (?:number)?[^,。;]{0,6}$|(?:电话|手机)(?:号码?)?[^,。;]{0,4}$/.test(
      before,
    ) && isPhone(value, written, before)
      ? 'phone'
      : /(?:单号|运单|tracking)/.test(before) && value.length >= 10
        ? 'parcel'
        : null;
  }
  return isPhone(value, written, before) ? 'phone' : null;
}

function isIdentity(value: string, written: string, before: string): boolean {
  if (/^[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/.test(value)) {
    return hasCheckDigit(value) || !/(?:单号?|编号|order|no\.?)[^,。;]{0,6}$/.test(before);
  }
  const named = /身[份分]证|证件|护照|社保|id (?:card|number)|passport|national id|ssn|social security/.test(
    before,
  );
  if (/^[a-z][12]\d{8}$/.test(value) || /^[a-z]{1,2}\d{7,8}$/.test(value)) return named;
  return /^\d{3}-\d{2}-\d{4}$/.test(written) || (named && /^\d{15}$|^\d{9}$/.test(value));
}

/** The last character of a Chinese identity number is a checksum (GB 11643). */
function hasCheckDigit(value: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const total = weights.reduce((sum, weight, index) => sum + weight * Number(value[index]), 0);
  return '10x98765432'[total % 11] === value[17];
}

function isPhone(value: string, written: string, before: string): boolean {
  const digits = plain('phone', value);
  if (isMobile(digits)) return true;
  if (written.startsWith('+')) return digits.length >= 9;
  if (/^\(?\d{3}\)?[ -.]\d{3}[ -.]\d{4}$/.test(written)) return !/^(?:800|888|877|866|400)/.test(value);
  const named = /(?:电话|手机|联系|号码|打给|call|phone|mobile|cell|whatsapp|reach|text)[^,。;]{0,12}$/.test(
    before,
  );
  return named && digits.length >= 8 && digits.length <= 12 && !/^(?:400|800|95|0\d{2,3})/.test(digits);
}

/** A mobile of mainland China, Taiwan or Britain. */
export function isMobile(digits: string): boolean {
  return /^1[3-9]\d{9}$|^09\d{8}$|^07\d{9}$/.test(digits);
}

function plain(kind: PersonalData['kind'], value: string): string {
  return kind === 'phone'
    ? value.replace(/^(?:00)?86(?=1\d{10}$)/, '').replace(/^(?:00)?886(?=9\d{8}$)/, '0')
    : value;
}

function place(kind: PersonalData['kind'], match: RegExpExecArray): PersonalData {
  return { kind, value: match[0], start: match.index, end: match.index + match[0].length };
}
