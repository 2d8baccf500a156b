import { answerAt, answerTo } from '../answer.ts';
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
    const said = answerTo(lastAsked(message.turn, scene), scene).turns;
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

/** The last customer turn before a draft; -1 where nobody has written. */
function lastAsked(turn: number, { turns }: Scene): number {
  let at = turn - 1;
  while (at >= 0 && turns[at]!.from !== 'customer') at--;
  return at;
}

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
    if (from === 'agent' && view.hasWords) return !thanked && !holdsOn && askedToWait(view);
    if (from !== 'customer') continue;
    const { courtesy, mood, asks } = scene.customer(i);
    if (courtesy === null && (asks || request.test(view.text) || isDissatisfied(mood))) return true;
    holdsOn ||= /我(?:去|先|来)?(?:看|找|查|问|想|拍|试)|等我|稍等|等下|let me|one moment|hold on/.test(
      view.text,
    );
    thanked ||= courtesy === 'thanks' || /谢|再见|拜拜|没问题了|thank|bye/.test(view.text);
  }
  return false;
}

const request =
  /什么|怎么|多少|几(?:天|号|点|时|件|个|岁|斤)|多(?:久|长|大|高|重|远)|哪(?:个|里|儿|种|款|一|些|位)|谁|为何|是不是|有没有|能不能|可不可以|会不会|要不要|行不行|好不好|在(?:吗|不在|么)|吗$|帮我|麻烦(?:你|您|帮|查|看|发|给)|请(?:帮|给|查|发|尽快|退|换)|我要(?:退|换|投诉|查|改|取消)|我想(?:退|换|问|查|改|取消|知道)|\b(?:what|when|where|which|who|whose|why|how|can|could|do|does|is|are|will|would) (?:you|i|it|the|this|that|these|your|my|we|long|much|many|do|is|are|can|about|size)\b|please (?:help|check|send|refund|cancel|change)|i (?:want|need|would like)|i'd like/;

function askedToWait(view: TextView): boolean {
  if (view.sentences.some(asks)) return false;
  return /稍等|稍候|等一下|等下|请等|等我|查一下|看一下|查询|核实|one moment|moment please|just a (?:moment|minute|sec)|hold on|bear with|let me check|wait/.test(
    view.text,
  );
}
