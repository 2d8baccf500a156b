import type { Mark } from '../mark.ts';
import { asks, type Sentence } from '../sentences.ts';
import type { TextView } from '../text.ts';
import { act, innocent, publishes, threat, will } from './complaint-words.ts';

/** Says they will complain, report, go to somebody outside, give a bad review, name and shame. */
export function complainsIn(view: TextView): Mark | null {
  if (!act.test(view.unquoted) && !publishes.test(view.unquoted)) return null;
  for (const sentence of view.sentences) {
    const found = threatIn(sentence);
    if (found) return view.mark(sentence.start + found.index, sentence.start + found.index + found[0].length);
  }
  return null;
}

/** The word alone is no wish: who wants it, or how it is said, has to show. */
function threatIn({ text, mark }: Sentence): RegExpExecArray | null {
  if (innocent.test(text)) return null;
  const sure = threat.exec(text) ?? publishes.exec(text);
  const found = sure ?? act.exec(text);
  if (!found || denied.test(text.slice(Math.max(0, found.index - 16), found.index + 2))) return null;
  if (seeksWay.test(text)) return null;
  if (sure) return found;
  const before = text.slice(Math.max(0, found.index - 14), found.index);
  return will.test(before) || (mark === '!' && text.length <= 12) || text.length <= 5 ? found : null;
}

const denied =
  /(?:不会|没想|没打算|不打算|不准备|懒得|不至于|没必要|不是(?:来|要|想|为了)?|不想|不敢|不用|不|没有?|别|怕|少|算了)(?:去|再|要|打|找|来|给|有|写){0,3}.?.?$|\b(?:not|won'?t|don'?t|didn'?t|never|no need to|without|no)\b[^.]{0,12}$/;
/** Asks how or where rather than says that they will. */
const seeksWay =
  /(?:找|跟|向|归)(?:.{0,4})(?:谁|哪)|怎么(?:申请|投诉|反映|申诉|联系)|哪里(?:投诉|反映)|(?:电话|号码|邮箱|入口|渠道|专线|热线).{0,6}(?:多少|几号|哪|给我|有吗|吗|发)|投诉.{0,6}(?:走|打|点|填).{0,3}(?:哪|什么)|(?:可以|能|能不能).{0,14}(?:吗|不|么)\s*$|\b(?:where|who|how) (?:do|can|should|would)\b/;

/** Asks where or how to complain, or who answers for the shop. */
export function asksForChannelIn(view: TextView): boolean {
  if (!channel.test(view.text)) return false;
  return view.sentences.some((sentence) => {
    const { text } = sentence;
    if (otherWish.test(text)) return false;
    if (direct.test(text)) return true;
    return (
      subject.test(text) && means.test(text) && (asks(sentence) || wants.test(text) || sentence.mark === '!')
    );
  });
}

const channel =
  /投诉|客诉|举报|申诉|反映|反馈|意见|监督|告|维权|介入|消协|管|领导|总部|总公司|部门|老板|老总|谁|哪|complain|report|ombudsman|feedback|raise|escalat|above|charge|official|turn to|head office|write to/;
const direct =
  /(?:该|应该|要|还能|可以|能|得)?(?:找|跟|向|和|去|上|归|到)(?:谁|哪(?:里|儿|个部门)?)(?:说|反映|投诉|提|申诉|管|告|讲|评理|去?告诉|谈)|投诉.{0,8}(?:打|走|填|点|找|发).{0,4}(?:哪|谁|什么|多少|还是)|(?:在|从|去)?(?:哪里|哪儿|哪|怎么)(?:可以|能)?(?:投诉|申诉|举报|反映|维权|反馈|提意见|申请.{0,4}介入)|谁(?:能|来|才)?管(?:得了|着)?(?:你们|你)|(?:能|可以)管(?:得了|着)?你们的|告诉我(?:谁|找谁)|(?:哪里|哪儿|谁)能管|\bwho (?:do|can|should|would) i (?:\w+ )?(?:report|complain|turn|write|escalate|raise|speak to about)|who do i actually have|where (?:do|can|should) i (?:\w+ )?(?:complain|report|file|raise|escalate)|how (?:do|can) i (?:\w+ )?(?:complain|report (?:you|this|a seller)|file a complaint|escalate)/;
const subject =
  /投诉|客诉|举报|申诉|反映|意见|监督|告状|维权|介入|消协|总部|总公司|上级|上[头面]|领导|老板|老总|管客服|管你们|管事|处理得了|说理|complain\w*|complaint|report (?:this|that|it|him|her|them|you|a|the)|raise (?:it|this|a)|above you|head office|(?:boss|manager)'?s|ombudsman|official/;
const means =
  /电话|号码|几号|专线|热线|专线|邮箱|信箱|渠道|入口|窗口|方式|地址|部门|0\d{3}那支|哪支|哪位|怎么联系|找谁|\b(?:email|number|address|phone|where|form|link|contact|hotline|somewhere|line)\b/;
const wants =
  /给|发|告诉|多少|几号|哪|有没有|拿来|报|要|是|呢|吗|么|先记|\b(?:what|which|give|send|is there|please|need|can)\b/;
const otherWish =
  /夸|表扬|感谢信|团购|采购|批发|合作|加盟|安装师傅|打了|唱|进去还是|快递.{0,12}(?:他|快递员)电话|不(?:是)?(?:要|来)?投诉|资料|有书|扣分|违章|撤掉|怎么删|blank complaint|complaint book|praise|compliment/;
