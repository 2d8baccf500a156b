import { remembering } from '../history.ts';
import { isDissatisfied, moodOfView } from '../mood.ts';
import type { Mark, Message, Rule, Scene } from '../rule.ts';
import { viewOf, withFigures, type TextView } from '../text.ts';
import { authorities, type Authority } from './complaint.sensitive.authorities.ts';

/** The customer turns to a regulator, a court, a lawyer, the press or the platform. */
export const sensitive: Rule = {
  id: 'complaint.sensitive',
  weight: 'alert',
  moments: ['live'],
  says: {
    zh: { title: '顾客提到投诉机构', reason: '顾客提到监管、法律、媒体或平台介入，主管要马上知道。' },
    en: {
      title: 'Outside complaint',
      reason: 'The customer names a regulator, law, press or platform: a supervisor must know now.',
    },
  },
  turn(message, scene) {
    if (message.from !== 'customer') return [];
    const mention = firstMention(message, scene);
    return mention && !raisedBefore(message.turn, scene) ? [mention] : [];
  },
};

/** Naming an authority is itself a sign of anger; whether there is a dispute, the rest of the words have to show. */
const naming = /12315|消协|起诉|法院|曝光|投诉|举报/g;

/** A message that names one authority so often says no more than its first mentions. */
const enough = 20;

function firstMention(message: Pick<Message, 'turn' | 'view'>, scene: Scene): Mark | null {
  const dispute = once(() => inDispute(message.turn, message.view, scene));
  for (const authority of authorities) {
    const mark = threatens(authority, message.view, dispute);
    if (mark) return mark;
  }
  return null;
}

/** One alert an event: whoever was called by the first knows of it, whatever else is named until the episode ends. */
const raisedBefore = (turn: number, scene: Scene): boolean => (raised(scene).first ?? turn) < turn;

const raised = remembering<{ first?: number }>(
  () => ({}),
  (heard, turn, scene) => {
    if (heard.first !== undefined || scene.turns[turn]!.from !== 'customer') return;
    if (firstMention({ turn, view: scene.view(turn) }, scene)) heard.first = turn;
  },
);

function threatens(authority: Authority, view: TextView, dispute: () => boolean): Mark | null {
  let judged = 0;
  for (const match of view.text.matchAll(authority.named)) {
    if (++judged > enough) break;
    const sentence = around(view.text, match.index, match[0].length);
    if (authority.innocent?.test(sentence) || isDenied(sentence) || aimsElsewhere(sentence)) continue;
    if (authority.intent.test(sentence) || dispute()) {
      return view.mark(match.index, match.index + match[0].length);
    }
  }
  return spelledOut(authority, view, dispute);
}

/** The name in figures of another script, or taken apart: 幺二三一五, 工.商.局. */
function spelledOut(authority: Authority, view: TextView, dispute: () => boolean): Mark | null {
  if (!authority.spelled) return null;
  const bare = withFigures(view.bare);
  const match = authority.spelled.exec(bare);
  if (!match) return null;
  const mark = view.markBare(match.index, match.index + match[0].length);
  const asWritten = view.original.slice(mark.start, mark.end) === match[0];
  const wanted = /(?:打|拨|找|告|去|投诉|举报).{0,4}$/.test(bare.slice(0, match.index)) || dispute();
  return !asWritten && wanted && !isDenied(view.text) ? mark : null;
}

/** The sentence around a word; what customers run together without marks is cut to a window. */
function around(text: string, index: number, length: number): string {
  const before = text.slice(Math.max(0, index - 40), index);
  const after = text.slice(index + length, index + length + 30);
  const start = before.search(/[^。!?;\n]*$/);
  return before.slice(start) + text.slice(index, index + length) + (/^[^。!?;\n]*/.exec(after)?.[0] ?? '');
}

/** "I won't call them" – but "don't think I won't" is a threat. */
function isDenied(sentence: string): boolean {
  if (/以为|当我|别逼|逼我|don't think|do you think/.test(sentence)) return false;
  return /(?:不会|没想|没打算|不打算|不准备|没准备|懒得|不至于|没必要|不是(?:来|要|想|为了))(?:去|再|要|真|打|找|到|闹|上|发|走|投诉|举报|曝光|起诉|什么|给|向){0,6}(?:投诉|举报|1|工|消|市|法|律|媒|记|曝|平|起|小|报|介)|(?:not going to|won't|wouldn't|don't want to|no need to|not planning to) (?:\w+ ){0,4}(?:sue|report|court|lawyer|legal|press|media|police|consumer|ftc|bbb)/.test(
    sentence,
  );
}

/** The complaint is about the courier or another shop. */
function aimsElsewhere(sentence: string): boolean {
  if (/你们|你家|贵店|本店|商家|卖家|店家|客服|\byou\b|your/.test(sentence)) return false;
  return /(?:投诉|举报|告|反映)(?:一?下|了|过|这个|那个|那家|这家|该|送)*(?:的)?.{0,3}(?:快递|物流|驿站|派送|配送|骑手|司机|顺丰|中通|圆通|申通|韵达|极兔|邮政|京东物流)|(?:快递|物流|驿站|骑手|派件).{0,12}(?:投诉|举报|打).{0,4}(?:他|它|快递|邮政)|12305|邮政(?:局|管理)|(?:别家|别的店|另一家|其他店|其它店|隔壁|上一家|之前那家|之前买的那家|那家店)|\b(?:another|other) (?:shop|store|seller)|(?:report|sue|complain about) (?:the )?(?:courier|driver|delivery)/.test(
    sentence,
  );
}

/** The customer is dissatisfied in this message or was a moment ago. */
function inDispute(turn: number, view: TextView, scene: Scene): boolean {
  if (upset(view)) return true;
  let looked = 0;
  for (let i = turn - 1; i >= 0 && looked < 3; i--) {
    if (scene.turns[i]!.from !== 'customer') continue;
    looked++;
    if (upset(scene.view(i))) return true;
  }
  return false;
}

const upset = ({ text }: TextView) =>
  isDissatisfied(moodOfView(viewOf(text.slice(0, 600).replace(naming, ' '))));

function once(judge: () => boolean): () => boolean {
  let known: boolean | undefined;
  return () => (known ??= judge());
}
