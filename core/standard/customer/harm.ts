import type { Mark } from '../mark.ts';
import type { Sentence } from '../sentences.ts';
import type { TextView } from '../text.ts';
import { enHarm, zhHarm } from './harm-words.ts';
import { laughter } from './mood-marks.ts';

/** Reports that somebody was hurt, or is in danger: something that happened, not a question before buying or a joke. */
export function harmIn(view: TextView): Mark | null {
  const own = view.unquoted;
  if (!zhHarm.test(own) && !enHarm.test(own)) return null;
  if (laughter.test(view.original) || jokes.test(view.text)) return null;
  for (const sentence of view.sentences) {
    const found = harmOf(sentence, own);
    if (found) return view.mark(sentence.start + found.index, sentence.start + found.index + found[0].length);
  }
  return null;
}

/** Each naming is looked at in its own clause; the whole message tells whose harm it is. */
function harmOf({ text, mark }: Sentence, whole: string): RegExpExecArray | null {
  for (const pattern of [zhHarm, enHarm]) {
    const all = new RegExp(pattern, 'g');
    for (let found = all.exec(text), seen = 0; found && seen < most; found = all.exec(text), seen++) {
      const clause = clauseAround(text, found.index, found[0].length);
      if (isPartOf(innocent, text, found) || figure.test(clause) || unharmed.test(clause)) continue;
      if (isHypothetical(clause, text, mark) || isAnimal(whole)) continue;
      return found;
    }
  }
  return null;
}

const most = 8;

/** Whether the word only stands in another: the smoke in "smoke alarm". */
function isPartOf(names: RegExp, text: string, found: RegExpExecArray): boolean {
  const start = Math.max(0, found.index - 18);
  const around = text.slice(start, found.index + found[0].length + 8);
  for (const name of around.matchAll(names)) {
    const from = start + name.index;
    if (from < found.index + found[0].length && from + name[0].length > found.index) return true;
  }
  return false;
}

function clauseAround(text: string, index: number, length: number): string {
  const start = Math.max(text.lastIndexOf(',', index), text.lastIndexOf(' ', index - 6), index - 22, 0);
  const next = text.slice(index + length).search(/,/);
  return text.slice(start, next < 0 ? index + length + 18 : index + length + Math.min(next, 18));
}

/** "Will it burn?", "I am afraid it leaks current": asked, feared, supposed. What happened says so. */
function isHypothetical(clause: string, text: string, mark: string): boolean {
  if (enHypothetical.test(clause) && !enHappened.test(text)) return true;
  if (happened.test(text) && !fears.test(clause)) return false;
  return hypothetical.test(clause) || fears.test(clause) || (mark === '?' && plainQuestion.test(clause));
}

const fears =
  /怕|确定不|不会漏|万一|要是|如果|假如|以防|防止|避免|会不会|会掉|能不能|容易|听说|新闻|网上说|评论|人群|体质|(?:我|儿子|女儿|孩子|宝宝|老公|老婆|人).{0,2}对.{1,8}过敏|^对.{1,8}过敏|.{1,4}过敏.{0,4}(?:能|可以)|[一-龥]{2}过敏(?: |,|的|$)(?=.{0,4}(?:买|能|可|问|的人))|别家的/;
const hypothetical =
  /不会.{0,10}[吧吗]|会.{0,10}[吗么不]|担心|别(?:再)?.{0,6}(?:着火|炸|烫|漏|伤|吞)|可能会?|安不安全|有没有.{0,6}(?:漏电|着火|爆炸|过敏)|(?:能|可以)(?:吃|用|喝|穿|带)|敏感|几岁能/;
const happened =
  /(?:起|肿|红|烂|破|伤|断|吐|拉|晕|麻|疼|痛|炸|爆|烧|冒|着|电|摔|割|划|扎|砸|夹|吞|咽|噎|卡|烫|流|过敏|痒|崩|裂)(?:了|过|到|着|出|得)|昨|今天|刚|现在|正在|已经|上周|前天|早上|晚上|半夜|一直|全是|都是|满|医院|急诊|住院|送|缝|出血|肿|路上|好像漏|麻手|疙瘩|水泡|红疹|疹子/;
const plainQuestion = /吗|么|不\s*$|漏不漏|烫不烫|防不防|多少|要不要|推荐|怎么(?:防|预防|避免|用|装)/;
const enHypothetical =
  /\b(?:is it|is this|are they|does it|do they|can it|could it|will it|would it|what if|in case|worried (?:it|about)|afraid (?:it|of)|might|may|risk of|if (?:it|he|she|my|i)|allergic to|safe (?:for|if|to)|prevent|avoid|so (?:it|he|she) (?:doesn'?t|won'?t)|any chance of)\b/;
const enHappened =
  /\b(?:burned|burnt|got|gave|cut (?:my|his|her|our)|bled|bleeding|swollen|was|were|has|have|had|went|caught|came|broke out|just|started|after|now|yesterday|today|last night|ended up|swallowed|choked|shocked|exploded|popped|hospital|er\b)/;

const jokes = /开玩笑|笑死|\b(?:just kidding|jk)\b/;
/** Anger and effort put in words of harm. */
const figure =
  /(?:气|急|吓|笑|累|烦|愁|美|香|辣|热|冷|困|馋|饿|忙|想|等|看)(?:得|到|死|出|都|进|成)|(?:把|让|给).{0,6}(?:气|急|逼|吓|烦|整)|都快|快要?|要(?:被|给)|能把|迟早|(?:跟|像|和).{1,8}(?:似|一样)|恨不得|差点(?:没)?(?:笑|气|急)|价格|钱包|心(?:都)?(?:凉|寒|脏病|碎|梗)|看见你们|听.{0,4}(?:就|都)|进棺材|眼睛都|退款|客服|到账|物流|快递.{0,4}(?:炸|爆)|爆(?:款|单|仓|满|炸好)|气炸(?!锅)|肺都?炸|炸毛|避(?:个)?雷|\b(?:so angry|worth it|killing me|heart attack|headache (?:from|of) (?:you|this|dealing)|sick of|makes me sick|burn(?:ing|t|ed)? (?:a hole|through|bridges|out|my money)|hot deal|shocked (?:by|at|that|to|how)|shocking|give me a|on fire|fire sale|price|waiting|choke on|dying (?:to|of)|cut (?:the|it|off|down|price))\b/;
/** "Nobody was hurt", "not burnt". */
const unharmed =
  /(?:没|没有|未|不)(?:人)?(?:有)?(?:被)?(?:受)?(?:伤|烫[着到伤]?|割[着到伤]?|过敏|着火|漏电|电着|砸着|摔着|大碍|流血|起疹|红|肿|事)|人(?:都)?(?:没事|好|平安)|幸好|还好没|万幸|好了吗|(?:nobody|no one|not|wasn'?t|isn'?t|no) (?:\w+ )?(?:hurt|burn\w*|injur\w*|harm\w*|rash|allerg\w*)/;
/** Goods, places and things that only bear the word. */
const innocent =
  /灭火|防火|防烫|防割|防触电|触电保护|漏电保护|漏保|报警|防过敏|抗过敏|脱敏|过敏(?:药|原|体质|肌|人群|皮|源|性鼻炎)|医院(?:路\d|旁|对面|附近|门口|上班|工作|用|同款|采购|楼)|(?:在|是).{0,6}医院(?:上班|工作|的)|医用|创可贴|烫伤膏|烫(?:衣|金|画|头发|发|染|钻)|麻(?:辣|布|绳|将|花|酱|婆|烦)|烟(?:灰|机|灶|草|熏|油|囱|花)|烧(?:水|烤|菜|饭|酒)|着火了哈|切(?:肉|菜)|割(?:草|绒)|水痘|(?<!气)炸(?:锅|鸡|酱|酥|串|裂纹)|打火机|(?:找|买|睡|等|留|放|夹|存|记|收|用|穿|拿|挂)着了?|(?:袖|线|扣|裤|自己).{0,4}缝.{0,2}针|点着|爆(?:米花|汁|浆|珠)|电(?:影|脑|视)|吐(?:槽|司|沙|丝)|火(?:锅|车|腿|龙|机)|卡(?:片|包|通|住了?(?:快递|物流|订单|流程))|(?:奶|冰淇淋|胶水).{0,3}咽|摔(?:过|坏|碎)|包装|箱子|盒子|快递.{0,6}(?:摔|砸)|屏|玻璃瓶|first aid|fire (?:extinguisher|blanket|pit|place|alarm|tv|stick)|smoke (?:alarm|detector)|hair ?cut|cut (?:out|the (?:string|tape|box|thread))|burn(?:er|ing) (?:candle|incense)|hospital (?:bed|bag|gown)|shock (?:absorb\w*|proof)|rash guard|smoked|smoky|works? (?:in|at) (?:a|the) hospital/g;

/** A sick pet is no harm to a person – unless a person is named too. */
function isAnimal(text: string): boolean {
  return (
    /猫|狗|宠物|兔|仓鼠|鸟|鱼缸|主子|毛孩子|泰迪|金毛|布偶|\b(?:cats?|dogs?|pupp(?:y|ies)|kittens?|hamsters?|parrots?|rabbits?|pets?)\b/.test(
      text,
    ) &&
    !/(?:我|孩子|宝宝|娃|老人|妈|爸|人)(?!家|们家)(?:的)?(?:手|脸|脚|也|被|都|身)|\bmy (?:hand|arm|face|son|daughter|kid|leg|finger)/.test(
      text,
    )
  );
}
