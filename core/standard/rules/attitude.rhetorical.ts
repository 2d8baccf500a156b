import type { Mark } from '../rule.ts';
import type { Sentence } from '../sentences.ts';
import type { TextView } from '../text.ts';
import { toneRule } from '../tone/tone-rule.ts';
import { englishTurnbacks } from './attitude.rhetorical.en.ts';
import { reproaches } from './attitude.rhetorical.tone.ts';
import { moreTurnbacks } from './attitude.rhetorical.more.ts';
import { chineseTurnbacks } from './attitude.rhetorical.zh.ts';
import type { Turnback } from './attitude.rhetorical.turnback.ts';

/** A question that is none: it blames, doubts or cross-examines instead of answering. */
export const rhetorical = toneRule(
  {
    id: 'attitude.rhetorical',
    weight: 'block',
    says: {
      zh: { title: '反问顾客', reason: '反问和质问会让顾客觉得被责怪，请直接回答或说明。' },
      en: {
        title: 'Rhetorical question',
        reason: 'Turning the question back sounds like blame. Answer it instead.',
      },
    },
  },
  {
    tone: 'rhetorical',
    from: { alone: 40, withEvidence: -250 },
    evidence: ({ view }) => firstTurnback(view),
    // What serves, or holds no word that could reproach, is a question; the rest must say what it reproaches, or be plain in tone.
    unless: ({ view }, score) =>
      firstTurnback(view) === null && (isPlain(view) || (score < 150 && !barbs.test(view.text))),
  },
);

/** Without a word that could reproach; or asked to serve and to sell. */
const isPlain = ({ text }: TextView) => serving.test(text) || clarifying.test(text) || !barbed.test(text);

const barbed =
  /[不没别怪凭何还又都才懂咋谁图啥几我人写说讲看就]|难道|自己|哪(?![款个种天位一些])|什么(?!问题|时间|时候|颜色|需要)|怎么(?!样|了)|多少|[么这那]大|这么|那么|到底|干嘛|干吗|非要|指望|可能吗|必要|\b(?:you|your|not|how|why|what|who|whose|really|seriously|isn't|aren't|do i|am i|we|i|it|or|where|which|when|shall|should)\b|n't/;
const barbs =
  /难道|不就|不是.{0,10}[吗嘛]|何必|至于|岂|哪有|谁[让叫逼]|早|刚|说过|讲|告诉|写|看|标|清楚|明|常识|知道|懂|以为|当|自己|别人|人家|大家|又|还[要问想能]|几[遍次]|多少[遍次]|一直|老是|凭|为[什啥何]|干嘛|干吗|到底|就[您你]|要不要我|怪|赖|错|怎么(?!样|了|[称操使用])|\b(?:don't you|didn't|isn't it|how many|already|told|said|read|obvious|really|seriously|what else|who|why|your(?:self)?|fault|everyone|else|how should|how am|do i|am i)\b/;
const serving =
  /(?:什么|啥|其他|其它|别的|哪些).{0,14}(?:帮|问题|需要|咨询|疑问|效劳|解答|服务|想问|信息|需求)|[觉感看](?:得|觉)?(?:怎么样|怎样|如何|咋样|呢|行|可以|合适|好)|想不想|够.{0,2}不|满足吧|考虑.{0,3}[吗么呢]|[感有]兴趣|需要.{0,8}[吗么呢]|喜欢.{0,6}[吗么]|怎么样|咋样|要不要(?:去|看|加|试|考虑)|\b(?:how (?:may|can) i|anything else|can i help|what do you think|would you like|does that (?:help|work))\b/;

/** What the customer means, what all of it is, what their screen will not do, "4471 so?"; or glad to hear it. */
const clarifying =
  /^[^,]{0,4}(?:您|你)(?:这边)?是?(?:要|想)怎么|^都是[^,您你我人了不没]{1,6}\?*$|^(?:亲+爱?的?,)?[^,。!?]{0,4}(?:您|你)[^,。!?不]{0,4}(?:不支持|打不开|登不上|点不了|收不到)[^,。!?]{0,6}[吗么]|^(?:\[[^\]]*\]|[^\u3400-\u9fff])*这么\?*$|(?:想|要)(?:跟|和|给)(?:您|你)[说讲]/;

const chinese = [...chineseTurnbacks, ...moreTurnbacks];

function firstTurnback(view: TextView): Mark | null {
  for (const [index, sentence] of view.sentences.entries()) {
    const mark = turnedBack(sentence, view.sentences.slice(index + 1, index + 3), view);
    if (mark) return mark;
  }
  return null;
}

function turnedBack(sentence: Sentence, following: readonly Sentence[], view: TextView): Mark | null {
  // The closing mark belongs to what is judged: many such questions have no particle.
  const asked = sentence.mark === '?' ? `${sentence.text}?` : sentence.text;
  const builds = /[\u3400-\u9fff]/.test(asked) ? chinese : englishTurnbacks;
  for (const { says, excuse, unless } of builds) {
    if (!says.mayStandIn(asked)) continue;
    // Nearly every sentence is harmless, and a search that finds nothing is several times cheaper than a walk.
    if (asked.search(says.pattern) < 0 || unless?.test(asked)) continue;
    for (const match of asked.matchAll(says.pattern)) {
      const context = [asked, ...following.map(({ text }) => text)].join('。');
      if (match[0].trim() === '' || excused(excuse, asked, context, view.text)) continue;
      const end = Math.min(match.index + match[0].length, sentence.text.length);
      return view.mark(sentence.start + match.index, sentence.start + end);
    }
  }
  return reproachful(sentence, asked, following, view);
}

/** No known build, but the tone of one. */
function reproachful(
  sentence: Sentence,
  asked: string,
  following: readonly Sentence[],
  view: TextView,
): Mark | null {
  if (!/[\u3400-\u9fff]/.test(asked)) return null;
  const context = [asked, ...following.map(({ text }) => text)].join('。');
  return reproaches(sentence, context) ? view.mark(sentence.start, sentence.end) : null;
}

function excused(excuse: Turnback['excuse'], sentence: string, context: string, message: string): boolean {
  switch (excuse) {
    case 'none':
      return false;
    case 'help':
      return kindness.test(sentence) || offersHelp.test(context);
    case 'kind':
      return kindness.test(sentence);
    case 'gentle':
      return kindness.test(sentence) || /[呢哈呀哦]\s*\??$/.test(sentence) || offersHelp.test(context);
    case 'plan':
      return proposal.test(message);
    case 'sorry':
      return /抱歉|对不起|不好意思|辛苦|sorry|apolog/.test(message);
    case 'unreproachful':
      return !reproach.test(sentence) && (kindness.test(sentence) || offersHelp.test(context));
  }
}

const kindness =
  /请问|麻烦|方便(?:告诉|说|提供|讲)|可以告诉|能否|冒昧|不好意思|抱歉|对不起|是(?:想|指|遇到|担心|需要|有什么)|原因|亲亲|呢亲|请您|请你|\bplease\b|\bsorry\b|\bmay i\b|\bcould you\b|\bi'd love to know|\bwould you mind|\bif you don't mind/;
const offersHelp =
  /(?:我|我们|这边|这里|客服|小[\u3400-\u9fff])(?:来|再|马上|现在|这就|立刻|立即|先|重新|可以|给|去|帮|为|教|截|发|查|核实|替|一步步)*(?:帮|给|为|替|教|陪|重新发|再发|重发|截图|发(?:一?张|个|份|您|你)|查一?[下查]|核实|看一?[下看]|跟进|登记|申请|处理|联系)|(?:帮|给|为|替)(?:您|你|亲)|\b(?:i'll|i will|i can|let me|we'll|we can|happy to|i'm happy|allow me|here's|here is|i've)\b/;
const reproach = /自己|当初|明明|亲口|早就|本来|怪|还好意思|yourself/;
const proposal =
  /推荐|建议|方案|补偿|退|换|送您|给您|可以|码|款|色|优惠|处理|安排|改成|帮您|offer|suggest|recommend|refund|replace/;
