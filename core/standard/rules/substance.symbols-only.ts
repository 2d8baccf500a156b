import { isCourtesy } from '../courtesy.ts';
import { isDissatisfied, moodOfView } from '../mood.ts';
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
    const run = runStart(message.turn, scene);
    return wordless(run, message.turn, scene) && waitsForWords(run, scene) ? [message.view.markAll()] : [];
  },
  turn(message, scene) {
    if (message.from !== 'agent' || message.text.trim() === '') return [];
    if (runStart(message.turn, scene) !== message.turn) return [];
    const end = runEnd(message.turn, scene);
    if (end === scene.turns.length && !scene.closed) return [];
    return wordless(message.turn, end, scene) && waitsForWords(message.turn, scene)
      ? [message.view.markAll()]
      : [];
  },
};

/** Where the answer that this turn belongs to begins: after the customer's last message. */
function runStart(turn: number, { turns }: Scene): number {
  let start = turn;
  for (let i = turn - 1; i >= 0 && turns[i]!.from !== 'customer'; i--)
    if (turns[i]!.from === 'agent') start = i;
  return start;
}

function runEnd(turn: number, { turns }: Scene): number {
  let end = turn;
  while (end < turns.length && turns[end]!.from !== 'customer') end++;
  return end;
}

function wordless(from: number, to: number, scene: Scene): boolean {
  for (let i = from; i < to; i++)
    if (scene.turns[i]!.from === 'agent' && scene.view(i).hasWords) return false;
  return true;
}

/** What the customer last said wants words: a question, displeasure, or a "please wait" that is still open. */
function waitsForWords(run: number, scene: Scene): boolean {
  let thanked = false;
  for (let i = run - 1; i >= 0; i--) {
    const { from } = scene.turns[i]!;
    const view = scene.view(i);
    if (from === 'agent' && view.hasWords) return !thanked && askedToWait(view);
    if (from !== 'customer') continue;
    if (isCourtesy(view) === null && (wantsAnAnswer(view) || isDissatisfied(moodOfView(view)))) return true;
    thanked ||= /谢|再见|拜拜|没问题了|thank|bye/.test(view.text);
  }
  return false;
}

function wantsAnAnswer(view: TextView): boolean {
  return view.sentences.some(asks) || question.test(view.text);
}

const question =
  /什么|怎么|多少|几(?:天|号|点|时|件|个|岁|斤)|多(?:久|长|大|高|重|远)|哪(?:个|里|儿|种|款|一|些|位)|谁|为何|是不是|有没有|能不能|可不可以|会不会|要不要|行不行|好不好|在(?:吗|不在|么)|吗$|帮我|麻烦(?:你|您|帮|查|看|发|给)|请(?:帮|给|查|发|尽快|退|换)|我要(?:退|换|投诉|查|改|取消)|我想(?:退|换|问|查|改|取消|知道)|\b(?:what|when|where|which|who|whose|why|how|can|could|do|does|is|are|will|would) (?:you|i|it|the|this|that|these|your|my|we|long|much|many|do|is|are|can|about|size)\b|please (?:help|check|send|refund|cancel|change)|i (?:want|need|would like)|i'd like/;

function askedToWait(view: TextView): boolean {
  return /稍等|稍候|等一下|等下|请等|等我|查一下|看一下|查询|核实|one moment|moment please|just a (?:moment|minute|sec)|hold on|bear with|let me check|wait/.test(
    view.text,
  );
}
