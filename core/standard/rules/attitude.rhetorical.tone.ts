import { asks, type Sentence } from '../sentences.ts';

/**
 * The tone of a Chinese question that fits no known build: reproach adds up, courtesy and what an agent has to ask for
 * take away. Four signs more than that make it a reproach.
 */
export function reproaches(sentence: Sentence, context: string): boolean {
  const { text } = sentence;
  if (!asks(sentence) && !/怎么|什么|谁|哪/.test(text)) return false;
  let tone = 0;
  for (const [weight, sign] of signs) if (sign.test(text)) tone += weight;
  if (help.test(context)) tone -= 3;
  return tone >= enough;
}

const enough = 4;

const signs: readonly (readonly [number, RegExp])[] = [
  // "how" that asks for no manner
  [
    2,
    /(?:怎么|咋|凭什么|为什么|干嘛|何必)(?!样|称呼|付|联系|用|装|洗|清|改|操作|处理|弄|量|选|拍|发|走|了$|回事|说的|开|充|连|下载|查|领|退)/,
  ],
  [2, /难道|到底|究竟|怪我|怪谁|有什么用|关我|什么叫/],
  [1, /还(?!是|有其他|有别的|需要|要别|可以)|又|连|明明|自己|早|偏|非要|老是|总是|才来|就您|就你|也能|也要/],
  [1, /都.{0,8}(?:了|过)|已经|说了|说过|写着|写了|标了/],
  [1, /不|没/],
  [1, /(?<!请|给|帮|为|麻烦)[您你]/],
  [1, /(?:我|我们)(?:又|还|能|会|敢|哪|上哪|怎么)/],
  [-2, /请|麻烦|方便|可以|需要|帮|给您|抱歉|不好意思|对不起|辛苦|谢谢|亲|[哦呀哈~]\s*$|呢\s*$/],
  [
    -2,
    /还是(?!要)|哪(?:个|款|种|一|些|里|儿|天|位)|多少|几|什么(?:颜色|时候|原因|型号|问题|款|码|尺)|是否|要不要|需不需要|收到|尺码|地址|订单|照片|图片|型号|姓名|称呼|舒服|难受|宝宝|孩子/,
  ],
];

const help =
  /(?:我|我们|这边|客服)(?:来|再|马上|现在|这就|立刻|先|重新|可以|给|去|帮|为|教|发|查|核实|催|看){1,4}|(?:帮|给|为|替)(?:您|你|亲)/;
