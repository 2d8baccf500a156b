/**
 * The desk's simplified Chinese in traditional characters, as Taiwan writes them. Most characters have one counterpart; where a
 * simplified one stands for several, the words around it decide.
 */
import { simplified } from '../../core/standard/simplified.ts';

/** Of several counterparts the usual one; where the character is itself a traditional one, it is changed only by this list. */
const usual =
  '个個为為说說么麼发發证證赞讚针針钟鐘录錄链鏈铺鋪闲閒颜顏馆館脏髒尽盡别別参參启啟团團奖獎汇匯复復采採岁歲历歷' +
  '冲沖净淨湿濕墙牆获獲众眾签簽绝絕绿綠线線绕繞纤纖骂罵苏蘇药藥里裡迹跡钻鑽妆妝径徑壳殼烟煙画畫当當绣繡坛壇荫蔭' +
  '术術镇鎮锈鏽鉴鑑鸡雞饥飢须須产產锐銳卤滷艳艷尝嘗叹嘆诶誒适適听聽离離愿願惊驚体體价價优優儿兒胜勝坏壞厂廠后後' +
  '怀懷挂掛据據扰擾于於晒曬极極构構机機柜櫃气氣准準洁潔确確种種范範网網万萬虫蟲夸誇赶趕游遊云雲吨噸岭嶺几幾怜憐' +
  '扑撲痒癢帘簾庄莊荐薦蜡蠟党黨腊臘与與触觸圣聖恒恆征徵余餘丰豐异異帜幟贬貶诿諉抚撫';

/** Traditional characters in their own right, besides what they simplify. */
const bothWays =
  '板喂松面划伙宁干舍折既痴困了筑苹里制志丑斗郁吃床群你他它寸周占布并系凶姐奸娘尸出岩吊栗升昵拐杆杠泄洒照真炮秘扎台姜回腌只' +
  '胡霉背雇家夫才很仇致拽踊迤厘辟秋千咸粘局私幸杰仆克即念向涂峰昆雕佛戚蒙拼卷扇抬教旗查棋栖梁泛污凌淀炖抵酸皂杯朱御谷洼' +
  '灶篱粽彩累玩修搜席卜芸蝎同核注噪溪狸糖扣巨表旋合暗沾刮肴糊曲冬托';

/** What the usual one would get wrong, and what a kept one must become. */
const phrases: Record<string, string> = {
  头发: '頭髮',
  理发: '理髮',
  发型: '髮型',
  回复: '回覆',
  答复: '答覆',
  批复: '批覆',
  重复: '重複',
  复杂: '複雜',
  复制: '複製',
  复核: '複核',
  复查: '複查',
  复印: '複印',
  制作: '製作',
  制造: '製造',
  制成: '製成',
  定制: '訂製',
  录制: '錄製',
  联系: '聯繫',
  关系: '關係',
  没关系: '沒關係',
  批准: '批准',
  准许: '准許',
  不准: '不准',
  获准: '獲准',
  干净: '乾淨',
  烘干: '烘乾',
  晾干: '晾乾',
  干洗: '乾洗',
  干燥: '乾燥',
  饼干: '餅乾',
  干什么: '幹什麼',
  干吗: '幹嘛',
  干活: '幹活',
  能干: '能幹',
  轻松: '輕鬆',
  宽松: '寬鬆',
  放松: '放鬆',
  松紧: '鬆緊',
  一只: '一隻',
  两只: '兩隻',
  几只: '幾隻',
  每只: '每隻',
  周期: '週期',
  一周: '一週',
  两周: '兩週',
  每周: '每週',
  本周: '本週',
  上周: '上週',
  下周: '下週',
  周末: '週末',
  周一: '週一',
  周二: '週二',
  周三: '週三',
  周四: '週四',
  周五: '週五',
  周六: '週六',
  周日: '週日',
  日志: '日誌',
  标志: '標誌',
  杂志: '雜誌',
  标签: '標籤',
  书签: '書籤',
  老板: '老闆',
  日历: '日曆',
  皇后: '皇后',
  手表: '手錶',
  面条: '麵條',
  面粉: '麵粉',
  面包: '麵包',
  公里: '公里',
  千里: '千里',
  附近: '附近',
  细致: '細緻',
  精致: '精緻',
  困倦: '睏倦',
  凶手: '兇手',
  划算: '划算',
  划分: '劃分',
  计划: '計劃',
  规划: '規劃',
  占用: '佔用',
  占据: '佔據',
  发布: '發佈',
  公布: '公佈',
  布置: '佈置',
  分布: '分佈',
  合并: '合併',
  并且: '並且',
  并非: '並非',
  并不: '並不',
  并没: '並沒',
  一并: '一併',
  搜索: '搜尋',
  征服: '征服',
  出征: '出征',
  舍不得: '捨不得',
  不舍: '不捨',
  宁愿: '寧願',
  宁可: '寧可',
  泄露: '洩露',
  泄漏: '洩漏',
  发泄: '發洩',
  床上: '床上',
  伙伴: '夥伴',
  台风: '颱風',
  念叨: '唸叨',
  折叠: '摺疊',
  累积: '累積',
  范围: '範圍',
  游泳: '游泳',
  上游: '上游',
  下游: '下游',
  发霉: '發霉',
  冲突: '衝突',
  冲动: '衝動',
  对于: '對於',
  关于: '關於',
  了解: '瞭解',
  了望: '瞭望',
  明了: '明瞭',
};

const longest = Math.max(...Object.keys(phrases).map((phrase) => phrase.length));
const characters = counterparts();
const done = new Map<string, string>();

export function toTraditional(text: string): string {
  let traditional = done.get(text);
  if (traditional === undefined) done.set(text, (traditional = converted(text)));
  return traditional;
}

function converted(text: string): string {
  let out = '';
  for (let at = 0; at < text.length;) {
    const phrase = phraseAt(text, at);
    out += phrase === null ? (characters.get(text[at]!) ?? text[at]!) : phrases[phrase]!;
    at += phrase?.length ?? 1;
  }
  return out;
}

function phraseAt(text: string, at: number): string | null {
  for (let length = longest; length > 1; length--) {
    const piece = text.slice(at, at + length);
    if (piece.length === length && piece in phrases) return piece;
  }
  return null;
}

/** The table that core reads customers' traditional by, turned round; characters that are both are left to the lists. */
function counterparts(): Map<string, string> {
  const found = new Map<string, string[]>();
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const simple = String.fromCharCode(simplified(code));
    const traditional = String.fromCharCode(code);
    if (simple !== traditional) found.set(simple, [...(found.get(simple) ?? []), traditional]);
  }
  const map = new Map<string, string>();
  for (const [simple, [only, ...others]] of found)
    if (others.length === 0 && !bothWays.includes(simple)) map.set(simple, only!);
  for (let at = 0; at < usual.length; at += 2) map.set(usual[at]!, usual[at + 1]!);
  return map;
}
