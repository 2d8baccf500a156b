/** Which fault a customer's message claims of what they got; for counting alike claims, never for judging one. */

export const claimKinds = ['missing', 'broken', 'wrong', 'not-received'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** The first that fits: "没收到" of a parcel before something missing in it. */
const patterns: readonly (readonly [ClaimKind, RegExp])[] = [
  [
    'not-received',
    /(?:没|没有|未)(?:有)?收到(?:快递|包裹|货|东西)|(?:显示|说)(?:已经?)?签收.{0,12}(?:没|未)|(?:never|not|n't) (?:arrived|received|got) (?:the|my|any) (?:parcel|package|order)/i,
  ],
  [
    'missing',
    /少(?:发|寄|装|了|给)|漏(?:发|寄|装)|缺(?:件|了)|里没有|(?:item|one|part)s? (?:is|are|was|were) missing|missing (?:an? )?(?:item|part)/i,
  ],
  [
    'wrong',
    /(?:发|寄|送)错|不是我(?:买|拍|要)的|(?:颜色|码数|尺码|款式)(?:都)?不对|wrong (?:item|size|colou?r)/i,
  ],
  [
    'broken',
    /破(?:了|损|洞)|坏(?:了|的)|开线|脱线|裂(?:了|开)|有(?:个|一个)?洞|污渍|掉了|broken|torn|damaged|defect/i,
  ],
];

const question = /[?？吗]\s*$/;
const ifOnly = /如果|要是|万一|会不会|\bif\b/i;

/** null: none, or only asked about. */
export function claimIn(text: string): ClaimKind | null {
  const words = text.normalize('NFKC');
  if (ifOnly.test(words) || (question.test(words) && words.length < 12)) return null;
  return patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
