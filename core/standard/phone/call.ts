/** What happens on a telephone call besides the matter itself. Texts are normalised. */
import type { Scene } from '../rule.ts';
import type { TextView } from '../text.ts';

const farewell =
  /再[见会]|拜拜|祝[您你]|愉快|保重|回见|感谢[您你]?的?(?:来电|致电)|\b(?:good ?bye|bye|have a (?:\w+ )?(?:day|evening|night|weekend|morning|afternoon|one)|take care|thanks? (?:you )?for calling)\b/;
const anythingElse =
  /(?:还|其他|其它|别的|另外)[^。?!]{0,8}(?:需要|问题|帮|了解|核实|要问|想问|疑问|可以为|什么|要求|吩咐)|(?:有没有|有)(?:其他|其它|别的)|\b(?:any ?thing|something) else\b|\b(?:any|some) (?:other|further|more) (?:question|thing|help|concern)|\bhelp (?:you )?(?:with )?(?:any|some)thing (?:else|more|further)/;
const waitAnnounced =
  /稍[等候]|等一?下|等一?会|等等|等我|别挂|不要挂|请等|等(?:几|一两|两|半)?[秒分]|占用[您你]|在线等|\b(?:hold on|hold the line|hang on|bear with|one (?:moment|minute|second|sec)|(?:just )?a (?:moment|minute|second|sec)|on hold|wait)\b/;
const leaveAsked =
  /(?:可以|可否|能否|好|行|成|方便|介意|愿意|同意|是否|能不能|可不可以|方不方便)[^。!]{0,12}(?:吗|么|呢|\?|$)|\?|\b(?:may|can|could|would|is (?:it|that)|mind|shall)\b[^.!]{0,80}(?:\?|$)/;
const thanksForWaiting =
  /久等|(?:谢|感谢)[^。!?]{0,8}等|等[^。!?]{0,6}(?:谢谢|感谢|辛苦)|耐心|\bthank(?:s| you)\b.{0,16}\b(?:hold|wait|patien)|\bfor (?:holding|waiting|your patience)|\b(?:sorry|apolog)\w*\b.{0,24}\b(?:wait|hold|delay)|\bkept you\b|\bkeep(?:ing)? you\b/;

export const saysFarewell = (view: TextView) => farewell.test(view.text);
export const asksAnythingElse = (view: TextView) => anythingElse.test(view.text);
export const thanksForTheWait = (view: TextView) => thanksForWaiting.test(view.text);

/** Announces a wait of the caller; said of the past or of others it is none. */
export function announcesWait(view: TextView): boolean {
  const { text } = view;
  const found = waitAnnounced.exec(text);
  if (!found || thanksForWaiting.test(text)) return false;
  return !/不用$|无需$|不必$|让[您你]?$|don't $|no need to $|won't have to $/.test(
    text.slice(0, found.index),
  );
}

/** Asks whether the caller may be kept waiting. */
export function asksLeave(view: TextView): boolean {
  return leaveAsked.test(view.text);
}

/** The caller was asked for leave to wait just before this turn, and did not say no. */
export function holdsWithLeave(turn: number, scene: Scene): boolean {
  for (let i = turn - 1; i >= 0; i--) {
    const { from } = scene.turns[i]!;
    if (from === 'agent') return announcesWait(scene.view(i)) && asksLeave(scene.view(i));
    if (from === 'customer' && refusesToWait(scene.view(i))) return false;
  }
  return false;
}

const refusesToWait = ({ text }: TextView) =>
  /^(?:不|别|没空|没时间)|等不|不想等|不方便|^no\b|can't wait|don't want to wait/.test(text);

/** When somebody stopped speaking; where that is unknown, when they began. */
export const endOfTurn = ({ at, until }: { at?: number; until?: number }) => until ?? at;
