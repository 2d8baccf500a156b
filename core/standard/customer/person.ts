import type { TextView } from '../text.ts';

/** Asks for a human, a supervisor, or somebody else than the one who answers. */
export function wantsPersonIn(view: TextView): boolean {
  if (!person.test(view.text)) return false;
  return view.sentences.some(({ text }) => {
    const cleaned = text.replace(innocent, ' ');
    return alone.test(cleaned) || asked.test(cleaned);
  });
}

const who =
  '人工(?:客服|服务)?|真人|活人|主管|经理|领导|店长|老板(?!娘)|老总|主任|组长|领班|上级|上一级|你?上[头面](?:的人)?|负责人|管事的?|管你们的|做得?了主的?|能做主的?|拍板的?|说了算的?|(?:别|其他|另外?一?)个?(?:人|客服|同事)|同事|专员|专业的|懂.{1,6}的|会修的|有经验的|能(?:回答|解决|处理|说话|办事|看懂).{0,6}(?:人|的)|有办法.{0,6}的人';
const person =
  /人工|真人|活人|人 ?工|换人|主管|经理|领导|店长|老板|主任|组长|领班|上级|上一级|上[头面]|负责|管事|做主|做得了主|拍板|说了算|人|同事|专员|懂|客服|他来|她来|转过去|有经验|的来|\b(?:human|person|people|agent|manager|supervisor|boss|representative|rep|colleague|someone|somebody|anybody|operator|lead|owner|superior|accounts)\b/;
const alone =
  /^[^\p{L}]*(?:(?:(?:请|麻烦|帮我?|给我?|我要)?(?:转|接|找|要|换|叫)?(?:接)?人 ?工(?:客服|服务)?(?:人工)*|真人(?:客服)?|转人|换人|third bot today. human)[啊吧!,. ]*(?:谢谢|谢|thanks)?|(?:a |real |live |actual )*(?:human|agent|representative|operator|person|supervisor|manager)(?:,? (?:please|pls|now))?)[啊吧!,. ]*$/u;
const asked = new RegExp(
  `(?:转|接|找|叫|换|请|喊|要|让|给我|帮我|派|来|安排)(?:一?[下个位名]|我|给|你们?|接|到|成|那|个|能|的|家|能){0,4}(?:${who}|人(?:来|跟|和|说|打字|讲|\\s*$|吧|给|判|行|,|!))` +
    `|(?:${who}).{0,6}(?:叫|请|喊|出来|过来|给我|跟我[说谈]|直接跟|来[说判看处]|接一下|听电话|来$|来[,! ]|联系我|给我打|在不在)` +
    `|(?:有没有|有|能不能|能|可以|可不可以).{0,6}(?:${who}|活人)(?:师傅|人|同事)?(?:吗|么|没|不|接|来|讲|说|可以|能|,|$)` +
    `|我要(?:见|找|跟)?(?:你们)?(?:${who})|[叫让请].{0,8}(?:他|她|上一级|小.|那位)(?:来|过来|接着|跟我|帮我)|转(?:一?下|到|接)?.{0,8}(?:客服|那边|过去)` +
    '|\\b(?:speak|talk|chat|transfer|connect|pass|put|get|give|want|need|escalate|hand|find|is there|have|could|can)\\b[^.?!]{0,24}\\b(?:human|real (?:person|human)|(?:a|an|another|the|your|live|actual) (?:\\w+ )?(?:person|agent|manager|supervisor|boss|representative|rep|colleague|operator|lead|owner|superior)|someone|somebody|anybody above|manager|supervisor|your boss|who (?:reads|can))\\b|(?:put|pass|transfer) me (?:through|over|to)\\b',
);
const innocent =
  /人工(?:费|草坪|智能|呼吸|湖|钻|皮|关节|泪液|压面|降雨|耳蜗|合成)|(?:跟|和|个)?人工那个|(?:主管|经理|领导|老板|店长|人工(?:客服)?|同事|师傅|客服)(?:说|让我|告诉|给我回|已经|刚|昨天|可能|好(?![了的])|椅|送的?|姓|电话|几点|什么时候|是谁)|换个?人(?:收|签|取)|(?:昨天|刚才|刚刚|之前)(?:那个?)?(?:人工|主管|经理|客服)|(?:我们|我|老公|单位).{0,2}(?:经理|领导|老板|同事|主管)|帮我同事|你是真人|没有?一个人|个人(?:信息|中心|资料|原因|账)|上级部门电话|(?:找|给|送|有)(?:个|别)?人(?:代收|取|签|送)|manager'?s (?:chair|special)|my (?:manager|boss|colleague|supervisor)|travel agent/g;
