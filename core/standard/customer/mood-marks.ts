import { asks, sentencesOf } from '../sentences.ts';
import type { TextView } from '../text.ts';

export type MarkId =
  | 'questionMarks'
  | 'exclamationMarks'
  | 'oneExclamation'
  | 'onlyMarks'
  | 'dots'
  | 'shouting'
  | 'angryFace'
  | 'kindFace'
  | 'laughs'
  | 'wordRepeated'
  | 'severalQuestions'
  | 'bareQuestion'
  | 'long'
  | 'you'
  | 'politeYou';

const questionWord =
  /吗|么|什么|啥|怎么|咋|几|哪|多|谁|为何|能|可以|有没|是不是|会不|行不|好不|要不|\b(?:is|are|do|does|did|can|could|will|would|what|when|where|which|how|why|who|any|have|has|should|may)\b/;
const angryFace = /[😠😡🤬💢👎🙄😤🖕😒😑😾😞😩😫]|\[(?:怒|发怒|生气|抓狂|白眼|鄙视|咒骂|弱|炸弹|便便)\]/u;
const kindFace =
  /[😂😊😁😄😃😀🤣😆😍🥰😘👍🙏🌹❤💕😉😎🎉☺🤗]|\[(?:微笑|笑|大笑|偷笑|呲牙|玫瑰|可爱|愉快|爱心|抱拳|ok|强|赞)\]/iu;

/** Words, not model numbers. */
const capitals = /(?<![-\w])[A-Z]{3,}(?![-\w])/g;

/** Looked for in the original: drawn-out laughter is shortened in the view. */
export const laughter = /哈哈|嘿嘿|嘻嘻|hhh|2333|haha|hehe|\blol\b|\blmao\b|😂|🤣/i;

/** How something is written rather than what: marks, capitals, faces, repetition. */
export function marksOf(view: TextView, text: string): MarkId[] {
  const { original } = view;
  const found: MarkId[] = [];
  const add = (id: MarkId, holds: boolean) => holds && found.push(id);
  const marks = text.replace(/[^?!]/g, '');
  add('questionMarks', text.includes('??') || text.includes('?!') || text.includes('!?'));
  add('exclamationMarks', text.includes('!!'));
  add('oneExclamation', marks.includes('!'));
  add('onlyMarks', !view.hasWords && /[?!]|[.。]{2}/.test(text));
  add('dots', view.hasWords && /\.{2}|。{2}|…/.test(text));
  add(
    'shouting',
    (original.slice(0, 600).match(capitals)?.length ?? 0) >= 2 && !/[\u4e00-\u9fff]/.test(text),
  );
  add('angryFace', angryFace.test(original.slice(0, 600)));
  add('kindFace', kindFace.test(original.slice(0, 600)));
  add('laughs', laughter.test(original.slice(0, 600)));
  add('wordRepeated', /([\u4e00-\u9fff]{2,8})[,!。?. ]{0,2}\1|\b([a-z]{3,12})[,!. ]{1,2}\2\b/.test(text));
  const sentences = sentencesOf(text.slice(0, 300));
  add('severalQuestions', sentences.filter(asks).length > 1);
  add('bareQuestion', /\?/.test(text) && !questionWord.test(text));
  add('long', text.length > 60);
  add('you', /你|\byou(?:r|rs)?\b/.test(text));
  add('politeYou', text.includes('您'));
  return found;
}
