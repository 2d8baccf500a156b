import { remembering } from '../history.ts';
import type { Mark, Message, Rule, Scene } from '../rule.ts';
import { withFigures } from '../text.ts';
import { addressesIn, isMobile, namesIn, numbersIn, type PersonalData } from './redline.privacy.data.ts';

/** Personal data that is not this customer's, or anybody's full identity number. */
export const privacy: Rule = {
  id: 'redline.privacy',
  weight: 'block',
  moments: ['send'],
  says: {
    zh: {
      title: '泄露个人信息',
      reason: '消息里有不属于这位顾客的电话、地址、姓名或订单，或者完整的证件号。',
    },
    en: {
      title: 'Personal data',
      reason:
        "This holds a phone, address, name or order that is not this customer's, or a full identity number.",
    },
  },
  draft(message, scene) {
    const { text } = message.view;
    const numbers = holdsNumber(text) ? numbersIn(figured(text)) : [];
    const found = [...numbers, ...addressesIn(text), ...namesIn(text)];
    const own = found
      .filter((data) => leaks(data, text, message, scene))
      .map(({ start, end }) => message.view.mark(start, end));
    const others = anothers(message);
    return [...others, ...own.filter((mark) => !others.some((other) => overlap(mark, other)))];
  },
};

/** What was looked up and found to be somebody else's, whatever the words around it say. */
function anothers({ grounds, text }: Message): Mark[] {
  return (grounds?.others ?? [])
    .filter(({ start, end }) => start < end && end <= text.length)
    .map(({ start, end }) => ({ start, end, because: { kind: 'another-customer' } }));
}

const overlap = (one: Mark, other: Mark) => one.start < other.end && other.start < one.end;

/** Whether as many figures stand together, in any writing, as the shortest number has. */
function holdsNumber(text: string): boolean {
  let count = 0;
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    if (isFigure[text.charCodeAt(i)] === 0) continue;
    count = i - last > widestGap ? 1 : count + 1;
    if (count === shortestNumber) return true;
    last = i;
  }
  return false;
}

const shortestNumber = 7;
/** From one figure of a number to its next. */
const widestGap = 4;
const isFigure = new Uint8Array(65_536);
for (const figure of '0123456789o零〇一幺二三四五六七八九') isFigure[figure.charCodeAt(0)] = 1;

/** Chinese digits, and the letter o among figures, as figures; letter for letter. */
const figured = (text: string) =>
  withFigures(text).replace(/(?<=\d)o{1,2}(?=\d|o)|(?<=o)o(?=\d)/g, (zeros) => '0'.repeat(zeros.length));

function leaks(data: PersonalData, text: string, message: Message, scene: Scene): boolean {
  const sentence = around(text, data);
  switch (data.kind) {
    case 'identity':
      return !(scene.facts.customer?.orders ?? []).some((order) => compact(order) === data.value);
    case 'phone':
      return (
        !isCustomers(data.value, message, scene) &&
        (isThirdPerson(sentence, scene) || isPersonal(data.value, sentence, message, scene))
      );
    case 'order':
      return !isCustomers(data.value, message, scene) && isAnothersOrder(sentence, scene);
    case 'parcel':
      return !isCustomers(data.value, message, scene) && isAnotherCustomers(sentence, scene);
    case 'address':
      return !ownAddress(data.value, message, scene) && isAnothersAddress(sentence, scene);
    case 'name':
      return isAnothersName(data.value, sentence, message, scene);
  }
}

/** The customer is known by it, or wrote it here, or a machine showed it to them. */
function isCustomers(value: string, { turn }: Message, scene: Scene): boolean {
  const { customer } = scene.facts;
  const { phones = [], orders = [], parcels = [] } = customer ?? {};
  const known = [...phones, ...orders, ...parcels].map(compact);
  if (known.some((own) => own !== '' && (own.endsWith(value) || (value.endsWith(own) && own.length >= 7))))
    return true;
  return numbersSaid(scene).some((said) => said.turn < turn && said.figures.includes(value));
}

/** What the customer, or a machine, wrote that holds a number, without what groups its figures. */
const numbersSaid = remembering<{ turn: number; figures: string }[]>(
  () => [],
  (said, turn, { turns, view }) => {
    if (turns[turn]!.from === 'agent') return;
    const figures = compact(withFigures(view(turn).text));
    if (sevenFigures.test(figures)) said.push({ turn, figures });
  },
);

const sevenFigures = new RegExp(`\\d{${shortestNumber}}`);

/** An address is theirs when its figures and its street stand in one that they have or wrote. */
function ownAddress(value: string, { turn }: Message, scene: Scene): boolean {
  const shares = (own: string) => isSamePlace(value, own);
  return (scene.facts.customer?.addresses ?? []).some(shares) || saidBefore(turn, scene, shares);
}

export function isSamePlace(value: string, own: string): boolean {
  const figures = value.match(/\d+/g) ?? [];
  const holds = figures.every((figure) => new RegExp(`(?<!\\d)${figure}(?!\\d)`).test(own));
  return own.includes(value) || value.includes(own) || (holds && commonWord(own, value));
}

/** A mobile is a person's unless it is the shop's own or that of the place the customer asked for; other lines are businesses'. */
function isPersonal(value: string, sentence: string, { turn }: Message, { turns, view }: Scene): boolean {
  if (ofShop.test(sentence) || !isMobile(value)) return false;
  const asked = turns[turn - 1]?.from === 'customer' ? view(turn - 1).text : '';
  return !(/电话|号码|联系|phone|number/.test(asked) && ofPlace.test(asked));
}

function isAnothersOrder(sentence: string, scene: Scene): boolean {
  if (/补发|换货|新(?:的)?订单|重新(?:下|拍|生成)|帮您下|replacement|new order|re-?order/.test(sentence))
    return false;
  const known = scene.facts.customer?.orders ?? [];
  return known.length > 0 || isThirdPerson(sentence, scene);
}

function isAnothersAddress(sentence: string, scene: Scene): boolean {
  if (isThirdPerson(sentence, scene)) return true;
  if (ofShop.test(sentence)) return false;
  const known = scene.facts.customer?.addresses ?? [];
  return (
    known.length > 0 && /(?:您|你)的|收货|收件|寄(?:到|往|给)|送(?:到|往|至)|your|ship|deliver/.test(sentence)
  );
}

/** A name is personal data when it stands with an order, a parcel, a phone or an address. */
function isAnothersName(name: string, sentence: string, { turn }: Message, scene: Scene): boolean {
  const { customer } = scene.facts;
  const own = customer?.name;
  if (customer?.receivers?.some((receiver) => sameSurname(receiver, name))) return false;
  if (
    staff.test(sentence) ||
    !/订单|单子|包裹|快递|地址|电话|手机号|买的|拍的|下的单|退款|order|parcel|address/.test(sentence)
  )
    return false;
  if (own !== undefined && sameSurname(own, name)) return false;
  if (scene.facts.agent?.name?.includes(name[0]!) || saidBefore(turn, scene, (said) => said.includes(name)))
    return false;
  return own !== undefined
    ? !/(?:您|你)是|请问/.test(sentence) || other.test(sentence)
    : other.test(sentence);
}

function isThirdPerson(sentence: string, scene: Scene): boolean {
  return messenger.test(sentence) || isAnotherCustomers(sentence, scene);
}

function isAnotherCustomers(sentence: string, scene: Scene): boolean {
  if (other.test(sentence)) return true;
  const { name: own, receivers = [] } = scene.facts.customer ?? {};
  return (
    own !== undefined &&
    namesIn(sentence).some(({ value }) => ![own, ...receivers].some((one) => sameSurname(one, value))) &&
    !staff.test(sentence)
  );
}

const other =
  /(?:另|别|其他|其它|上|前|下|隔壁|那|某)(?:外)?(?:一)?(?:个|位|名)?(?:的)?(?:客户|顾客|买家|客人|亲|人家|订单的主人)|邻居|(?:隔壁|楼[上下])(?:的)?(?:住户|那|[\u3400-\u9fff]{1,3}(?:先生|女士|小姐|太太|大姐|阿姨|叔))|同事代|代收人|驿站(?:的)?(?:老板|大姐|阿姨|店员)|[他她](?:的|那边|本人)?(?:电话|手机|号码|地址|住|订单|叫)|前男友|前任|\b(?:another|other|previous|different|next) (?:customer|buyer|client|person|order)|\b(?:his|her|their) (?:number|phone|mobile|cell|address|order)|\bneighbou?r/;

/** Who brings the parcel: their mobile is their own. */
const messenger =
  /快递员|快递小哥|派件员|派送员|配送员|骑手|司机|师傅|小哥|站长|\b(?:courier|driver|rider|postman|delivery (?:man|guy|person))(?:'s)?/;

/** Phones, return addresses and stores of the shop itself. */
const ofShop =
  /退货|寄回|退回|寄到我们|回寄|售后|客服|热线|我们|本店|店铺|门店|仓库|公司|厂家|官方|专柜|服务(?:点|中心|站)|维修|总部|自提|驿站|快递柜|网点|银行|人工|return(?:s|ed|ing)? (?:address|to|it to)|send it (?:back )?to|our|hotline|support|helpline|store|shop|warehouse|office|service (?:centre|center)|toll-free/;
const ofPlace =
  /游玩|门票|店|餐[馆厅]|饭[店馆]|景[点区]|酒店|宾馆|民宿|公园|馆|影院|[这那](?:里|儿|家)|[他它她]们?家|restaurant|hotel|place|venue|museum/;
const staff =
  /客服|主管|经理|快递员|快递小哥|同事|专员|负责人|组长|老师|店长|设计师|导购|colleague|manager|supervisor|agent/;

function saidBefore(turn: number, { turns, view }: Scene, holds: (said: string) => boolean): boolean {
  for (let i = 0; i < Math.min(turn, turns.length); i++) {
    if (turns[i]!.from !== 'agent' && holds(view(i).text)) return true;
  }
  return false;
}

function around(text: string, { start, end }: PersonalData): string {
  const before = /[^。!?;\n]{0,40}$/.exec(text.slice(0, start))![0];
  const after = /^[^。!?;\n]{0,20}/.exec(text.slice(end, end + 20))![0];
  return before + text.slice(start, end) + after;
}

const compact = (text: string) =>
  text.toLowerCase().replace(/(?<=[\da-z])[ \-.()]+(?=[\da-z])|^\+?(?:86|886)(?=1\d{10}$)/g, '');

const sameSurname = (own: string, name: string) =>
  own[0] === name[0] || own.includes(name) || name.includes(own);

/** Two addresses name the same place when they share a run of three characters that is no figure. */
function commonWord(one: string, another: string): boolean {
  for (let i = 0; i + 3 <= one.length; i++) {
    const part = one.slice(i, i + 3);
    if (!/\d/.test(part) && another.includes(part)) return true;
  }
  return false;
}
