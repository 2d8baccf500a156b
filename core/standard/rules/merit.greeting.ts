import { isFirstOfAgent } from '../answer.ts';
import { found, meritRule } from '../merits/merit.ts';

/** The first message is warm and carries a smile; a bare "hello" is only manners. */
export const greeting = meritRule({
  id: 'merit.greeting',
  says: {
    zh: { title: '开场温暖', reason: '第一句话有问候、有温度，还带着笑意。' },
    en: { title: 'A warm greeting', reason: 'The first message greets warmly and carries a smile.' },
  },
  earned(message, scene) {
    if (!isFirstOfAgent(message.turn, scene)) return null;
    const mark = found(message, hello);
    return mark && (warm.test(message.view.text) || smile.test(message.text)) ? mark : null;
  },
});

const hello =
  /[您你]们?好|(?:早上|上午|中午|下午|晚上)好|欢迎|在的|来[啦了]|哈[喽啰]|\b(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|welcome)\b/;
const warm =
  /欢迎(?:光临|[您你]|回来|来到)|(?:很|特别|非常)(?:高兴|开心|荣幸)|(?:感谢|谢谢)(?:[您你])?(?:的)?(?:光临|来到|关注|惦记|信任)|又见面|\b(?:welcome|lovely|delighted|pleasure|happy to|glad (?:to|you)|thank you for (?:reaching|contacting|calling|getting in touch|stopping by))\b/;
const smile =
  /[\u{1F600}-\u{1F60D}\u{1F917}\u{1F929}\u{1F970}\u{1F642}\u{1F33C}\u{1F338}\u{1F339}\u{1F31E}\u{2600}\u{2764}\u{1F496}\u{1F49B}\u{1F497}\u{1F44B}]|[~～]|\[(?:微笑|可爱|爱心|玫瑰|鲜花|笑脸|愉快|飞吻)\]|[:;]-?\)|\^_?\^/u;
