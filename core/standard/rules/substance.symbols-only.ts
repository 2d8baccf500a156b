import { answerAt, answerTo, lastOfCustomer } from '../answer.ts';
import { isDissatisfied } from '../mood.ts';
import type { Rule, Scene } from '../rule.ts';
import { asks } from '../sentences.ts';
import type { TextView } from '../text.ts';

/** Emoji, stickers or punctuation alone, to a customer who waits for words. */
export const symbolsOnly: Rule = {
  id: 'substance.symbols-only',
  weight: 'warn',
  moments: ['send', 'live'],
  hints: true,
  says: {
    zh: { title: '只回了表情或标点', reason: '顾客在等答复，只有表情或标点等于没有回答。' },
    en: {
      title: 'Symbols only',
      reason: 'The customer is waiting for words; a symbol alone answers nothing.',
    },
  },
  draft(message, scene) {
    if (message.view.hasWords || message.text.trim() === '') return [];
    const said = answerTo(lastOfCustomer(message.turn, scene), scene).turns;
    return wordless(said, scene) && waitsForWords(said[0] ?? message.turn, scene)
      ? [message.view.markAll()]
      : [];
  },
  turn(message, scene) {
    if (message.from !== 'agent' || message.text.trim() === '') return [];
    const { turns, complete } = answerAt(message.turn, scene);
    if (!complete || turns[0] !== message.turn) return [];
    return wordless(turns, scene) && waitsForWords(message.turn, scene) ? [message.view.markAll()] : [];
  },
};

function wordless(turns: readonly number[], scene: Scene): boolean {
  return turns.every((turn) => !scene.view(turn).hasWords);
}

/** What the customer last said wants words: a question, displeasure, or a "please wait" that is still open. */
function waitsForWords(first: number, scene: Scene): boolean {
  let thanked = false;
  let holdsOn = false;
  for (let i = first - 1; i >= 0; i--) {
    const { from } = scene.turns[i]!;
    const view = scene.view(i);
    if (from === 'agent' && view.hasWords)
      return !thanked && !holdsOn && askedToWait(view) && !leavesToAct(view);
    // A smile after "thanks" is manners, and so is the next one.
    if (from === 'agent' && thanked) return false;
    if (from !== 'customer') continue;
    const { courtesy, mood, accepts } = scene.customer(i);
    const says =
      courtesy === null && !isAgreed(view) && !(accepts && takesUp.test(view.text) && !asksBack(view));
    if (says && (asksBack(view) || request.test(view.text) || isDissatisfied(mood))) return true;
    holdsOn ||=
      /我(?:去|先|来)?(?:看|找|查|问|想|拍|试)|(?:^|好[的滴]?|行|嗯)(?:我)?(?:马上|这就)|等我|稍等|等下|let me|one moment|hold on/.test(
        view.text,
      );
    thanked ||= courtesy === 'thanks' || /谢|再见|拜拜|没问题了|thank|bye/.test(view.text);
  }
  return false;
}

/** A yes whose face was lost on the way: programs put a mark in its place. */
const isAgreed = ({ text }: TextView) =>
  /^(?:好[的滴哒嘞]|谢谢[你您]?)\?,?(?:(?:没问题|知道|明白|收到)了)?$/.test(text.trim());

const takesUp = /^(?:那就?|好|行|可以|嗯|ok|yes|sure|fine)/;

/** Asks; "it is as the booklet says" with a soft ending does not. */
const asksBack = ({ sentences }: TextView) =>
  sentences.some(
    (sentence) => asks(sentence) && (sentence.mark === '?' || !/是.{1,30}的呢\s*$/.test(sentence.text)),
  );

/** The next step is the customer's: "please place it again, then I'll check". */
const leavesToAct = ({ text }: TextView) =>
  /(?:请|麻烦|辛苦|劳烦|需要)(?:您|你)(?!稍|等|耐)[^,。!?]{0,6}(?:下(?:一?[个单笔])|拍|提交|取消|发|提供|填|点|登|付|试|选|上传|申请|寄|拒收)|\bplease (?:send|place|cancel|fill|try|pay|upload|click|order)\b/.test(
    text,
  );

const request =
  /什么|怎么|多少|几(?:天|号|点|时|件|个|岁|斤)|多(?:久|长|大|高|重|远)|哪(?:个|里|儿|种|款|一|些|位)|谁|为何|是不是|有没有|能不能|可不可以|会不会|要不要|行不行|好不好|在(?:吗|不在|么)|吗$|帮我|麻烦(?:你|您|帮|查|看|发|给)|请(?:帮|给|查|发|尽快|退|换)|我要(?:退|换|投诉|查|改|取消)|我想(?:退|换|问|查|改|取消|知道)|\b(?:what|when|where|which|who|whose|why|how|can|could|do|does|is|are|will|would) (?:you|i|it|the|this|that|these|your|my|we|long|much|many|do|is|are|can|about|size)\b|please (?:help|check|send|refund|cancel|change)|i (?:want|need|would like)|i'd like/;

function askedToWait(view: TextView): boolean {
  if (view.sentences.some(asks)) return false;
  return /稍等|稍候|等一下|等下|请等|等我|查一下|看一下|查询|核实|one moment|moment please|just a (?:moment|minute|sec)|hold on|bear with|let me check|wait/.test(
    view.text,
  );
}
