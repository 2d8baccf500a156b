/** The words by situation. A courtesy in the same clause turns an order into a request. */

/** Bare openings and questions back. */
const bare =
  /^(?:喂+[,!]?$|喂[,!]?(?=哪|谁|什么|说|讲|找|有)|(?:喂[,!]?)?(?:哪位|谁啊?|[你您](?:是)?(?:谁|哪位)|找谁|什么事|啥事|有(?:什么|啥)?事(?:吗|么|儿|啊)?|说(?:吧|话)?|讲(?:吧|话)?|干(?:嘛|什么)|什么|啥|嗯|啊|哈|你说什么)$)|^(?:yeah|what|huh|who(?:'s| is) (?:this|that|it)|what do you want|speak|go on then|eh)$|^(?:hello|yeah|yes),? (?:who(?:'s| is) (?:this|that|it)|what)\b/;
/** To a voice that is low, loud, fast or in dialect. */
const voice =
  /大声(?:一?[点些])?|大点声|声音大|说大声|(?:说|讲)(?:话)?(?:清楚|慢|快)(?:一?[点些])|(?:小点声|小声点|别?(?:喊|嚷|吼|叫)(?:什么|了|嘛))|(?:说|讲)普通话|口音|听不懂[你您]?(?:说|讲|的话)?|听不清[你您]说|\b(?:speak (?:up|louder|properly|english|slower)|louder|stop (?:shouting|yelling)|don't (?:shout|yell)|calm down|(?:can't|cannot|don't) understand (?:you|your accent|a word|what you))\b/;
/** Checking whether the caller is able to follow. */
const following =
  /听(?:懂|明白|清楚?)(?:了)?(?:吧|没有?|了没|不)|(?:懂|明白|清楚)(?:了)?(?:吧|没)|懂不懂|明不明白|[你您](?:到底)?(?:听懂|懂|明白)了?(?:吗|没)|\b(?:got (?:it|that)|understand|you follow|get it)$|^(?:is (?:that|it) )?clear$|\b(?:do|did|can) you (?:even )?(?:understand|get (?:it|that)|follow)\b/;
/** Excuses of the desk. */
const excuse =
  /我是新(?:来|人|手)|我(?:才|刚)(?:来|上班|入职)|(?:新来|实习)的|(?:电脑|系统)(?:坏|死机|崩|卡死|有毛病)|线路(?:太忙|忙不过来)|(?:电话|人)太多了?[,]?(?:忙|顾)|忙不过来|我(?:也)?(?:没(?:有)?办法|无能为力)|我(?:怎么|哪)(?:会)?知道|(?:不归|不是)我(?:们)?(?:部门)?(?:管|负责)|这(?:是|就是)(?:公司)?规定|领导(?:不在|没空|很忙)|没(?:有)?(?:领导|主管)|\b(?:i'm new|i am new|just started here|not my (?:department|job|problem)|no idea|nothing i can do|(?:computer|system)(?:'s| is) (?:down|broken|rubbish)|it's (?:the|our) (?:policy|rule)s?|we're too busy|i don't know)\b/;
/** Orders and pressing. */
const order =
  /(?:快|赶紧|赶快)(?:一?点)?(?:说|讲)|长话短说|(?:说|讲)完(?:了)?(?:没|吗)|说重点|[你您]急什么|急什么|着(?:什么)?急(?:也没用|有什么用)|别(?:急|着急)嘛?$|没(?:什么|别的)?事(?:我)?(?:就)?(?:先)?挂|我(?:先)?挂了|(?:还有|有)(?:完|什么)没(?:完|有)|打错了$|别(?:再)?打(?:来|了|过来)|随[你您](?:便)?(?:投诉|怎么|吧|$)|(?:去|爱)投诉|[你您]到底|[你您]自己|等着$|\b(?:hurry up|make it quick|are you (?:done|finished)|get to the point|i'm hanging up|wrong number$|stop calling|don't call|as you like|suit yourself|look it up yourself|do it yourself)\b/;
/** Short commands that a courtesy redeems. */
const curt =
  /^(?:等(?:一?下|会儿?|等|着)|别挂|不要挂|拿(?:笔|纸)|记(?:一?下|好)|再说一遍|重(?:说|复)一遍|[报说](?:一?下)?(?:单号|电话|姓名|名字|地址))|^(?:hold on|hang on|wait|say (?:that|it) again|repeat (?:that|it)|write (?:this|it) down|name|number)$/;

const courteous =
  /请|麻烦|劳驾|您方便|方便|可以|能否|可否|抱歉|对不起|不好意思|谢|是否|好吗|\b(?:please|could|would|may|sorry|afraid|mind|thank)\b/;
const negatedOrder = /[您你](?:可以)?(?:不用|不必|不需要)|(?:不用|不必|无需)/;

export function forbiddenOnThePhone(sentence: string): { start: number; end: number } | null {
  let offset = 0;
  for (const clause of sentence.split(',')) {
    const trimmed = clause.trim();
    const pattern = forbiddenIn(trimmed, sentence);
    const found = pattern?.exec(trimmed);
    if (found) {
      const start = offset + clause.indexOf(trimmed) + found.index;
      return { start, end: start + Math.max(1, found[0].length) };
    }
    offset += clause.length + 1;
  }
  const whole = bare.exec(sentence.trim());
  return whole && { start: sentence.indexOf(whole[0]), end: sentence.indexOf(whole[0]) + whole[0].length };
}

function forbiddenIn(clause: string, sentence: string): RegExp | undefined {
  if (following.test(clause) && !/我|有没有|需要|哪里|\bi\b/.test(clause)) return following;
  if (excuse.test(clause) && !/抱歉|对不起|不好意思|帮|sorry|afraid|apolog/.test(sentence)) return excuse;
  if (courteous.test(sentence) || negatedOrder.test(clause)) return undefined;
  return [bare, voice, order, curt].find((words) => words.test(clause));
}
