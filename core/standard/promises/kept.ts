/** Whether a later message tells the customer what a promise was about. */
import type { Scene } from '../rule.ts';
import type { TextView } from '../text.ts';
import type { Action } from './deed.ts';
import type { Promised } from './promise.ts';

/** What is said this soon after a promise, unasked, only keeps it when it brings the outcome. */
const sameBreath = 120_000;

const outcome =
  /(?:查|问|核实|核对|确认|了解|找|联系|催|弄|搞|办|处理|解决|安排|申请|审核|审批|修改|改|换|开|登记)(?:到|好|完|清楚?|明白|上|成功|过)*(?:到|好|完|清楚?|明白|上|成功|过|了)|已经?|结果|来回[您你]|答复[您你]?(?:如下|:)|批[啦了]|好[啦了]|完成|成功|\b(?:found|done|checked|confirmed|sorted|result|outcome|turns out|it's|they(?:'ve| have)|has been|have been|i(?:'ve| have)|spoke|heard|approved|update)\b/;
const done: Partial<Record<Action, RegExp>> = {
  refund:
    /(?:退|返|打|转)(?:款|回|还|给[您你])?[^,。]{0,6}(?:了|啦|成功|好|完)|已[^,。]{0,8}(?:退|返|打款|转)|到账|\b(?:refunded|credited|issued|(?:refund|money|payment) (?:has|is|was|went|should))\b/,
  resend:
    /(?:发|寄|补|换)[^,。]{0,6}(?:了|啦|出来)|已[^,。]{0,8}(?:发|寄|补)|单号|\b(?:shipped|sent|dispatched|posted|resent|on (?:its|the) way|tracking|in the (?:post|mail))\b/,
  ship: /(?:发|寄)[^,。]{0,6}(?:了|啦|出来)|已[^,。]{0,8}(?:发|寄|出库)|单号|\b(?:shipped|sent|dispatched|posted|on (?:its|the) way|tracking|in the (?:post|mail))\b/,
};
/** Says only that one has to wait on. */
const holding =
  /还没|尚未|没(?:有)?(?:消息|结果|回|查到|出)|正在|还在|稍等|稍后|再等|耐心|尽快|马上就?(?:查|问|处理|去)|催着|\b(?:still|not yet|no news|haven't|hasn't|waiting|bear with|one moment|hold on|soon|as soon as)\b/;
/** The words of a pleasantry: a message of nothing else says nothing. */
const pleasantries =
  /亲爱的|亲|宝妈|宝|好的|好嘞|好|嗯|恩|哦|行|可以|收到|明白|谢谢|感谢|多谢|不客气|不用谢|应该的|别客气|没事|没关系|先忙|忙|辛苦|理解|支持|信任|配合|放心|等待|耐心|再见|拜拜|晚安|祝|愉快|开心|生活|有任何|有什么|有|问题|需要|随时|联系|找|我|们|您|你|的|了|啦|哈|呢|呀|吧|嘞|在|客气|喊|叫|就|先|那|都|也|去|等|休息|一下|哟|么|\b(?:you're|you|are|welcome|no|problem|worries|thanks?|for|your|patience|understanding|of|course|anytime|sure|ok|okay|great|have|a|nice|good|lovely|day|evening|bye|goodbye|take|care|my|pleasure|glad|to|help|talk|speak|soon|then|any|time|dear|not|at|all|i'm|here|if|need|anything|so|much|very)\b/g;
/** The customer asks after what was promised. */
const askedAfter =
  /结果|消息|怎么样|进展|进度|查到|问到|回复|答复|说好|答应|好了吗|[呢]$|多久|什么时候|\b(?:news|update|any luck|result|status|promised|said|hear|heard|yet)\b/;

/** Whether the message at `turn` brings what the promise made at `made` was about. */
export function keeps(promise: Promised, made: number, turn: number, scene: Scene): boolean {
  const view = scene.view(turn);
  if (!isSubstantive(view)) return false;
  const completes = done[promise.action];
  if (completes) return completes.test(view.text);
  const brings = outcome.test(view.text);
  if (holding.test(view.text) && !brings) return false;
  const asked = askedBefore(turn, made, scene);
  if (asked !== null) return brings || askedAfter.test(asked.text);
  const gap = (scene.turns[turn]!.at ?? 0) - (scene.turns[made]!.at ?? 0);
  return brings || gap > sameBreath;
}

function isSubstantive(view: TextView): boolean {
  if (view.text.length > 200) return true;
  return /[\p{L}\p{N}]/u.test(view.text.replace(pleasantries, ''));
}

/** The customer's words since the promise that this message answers; null where it comes unasked. */
function askedBefore(turn: number, made: number, { turns, view, customer }: Scene): TextView | null {
  for (let i = turn - 1; i > made; i--) {
    if (turns[i]!.from === 'agent') return null;
    if (turns[i]!.from === 'customer' && customer(i).courtesy === null) return view(i);
  }
  return null;
}
