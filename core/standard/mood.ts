import type { Turn } from './facts.ts';
import { viewOf, type TextView } from './text.ts';

/** A customer's state, from least to most pressing. An estimate from words and marks alone. */
export type Mood = 'calm' | 'uneasy' | 'dissatisfied' | 'strong';

const steps: readonly Mood[] = ['calm', 'uneasy', 'dissatisfied', 'strong'];

/** The mood that one customer message shows. Anybody else's message is calm. */
export function moodOf(turn: Turn, before: readonly Turn[]): Mood {
  if (turn.from !== 'customer') return 'calm';
  return moodOfView(viewOf(turn.text), repeatsItself(turn, before));
}

/** The mood now: that of the last customer message; anger is not over because the next message is a bare fact. */
export function moodNow(turns: readonly Turn[]): Mood {
  let step = 0;
  turns.forEach((turn, index) => {
    if (turn.from !== 'customer') return;
    const shown = steps.indexOf(moodOf(turn, turns.slice(Math.max(0, index - 6), index)));
    const settled = relief.test(viewOf(turn.text).text);
    step = shown > 0 ? shown : settled ? 0 : Math.max(0, step - 1);
  });
  return steps[step]!;
}

export function isDissatisfied(mood: Mood): boolean {
  return mood === 'dissatisfied' || mood === 'strong';
}

/** As `moodOf`, where the view is at hand; words in `besides` are left out of the account. */
export function moodOfView(view: TextView, repeated = false, besides?: RegExp): Mood {
  const said = view.text.slice(0, 2_000);
  const text = besides ? said.replace(besides, ' ') : said;
  const shouts = /[!?]{2}/.test(text) || isShouting(view.original);
  let weight = 0;
  if (fury.test(text)) weight += 4;
  if (displeasure.test(text)) weight += shouts || repeated ? 3 : 2;
  if (unease.test(text)) weight += 1;
  if (shouts || repeated) weight += 1;
  if (relief.test(text) && weight < 4) weight -= 1;
  return steps[Math.max(0, weight >= 4 ? 3 : weight >= 2 ? 2 : weight)]!;
}

const fury =
  /骗子|骗人|欺骗|欺负人|诈骗|强盗|奸商|黑店|黑心|太黑|坑人|无耻|不要脸|垃圾(?!袋|桶|箱|分类|篓)|破店|破玩意|破烂|他妈|妈的|特么|tmd|傻逼|滚|气死|火大|忍无可忍|受够|恶心|太过分|好过分|过分了|欺人太甚|什么态度|态度.{0,4}差|投诉|举报|曝光|差评|退一赔|12315|消协|起诉|法院|敷衍|踢皮球|耍(?:我|人|猴)|玩我|ridiculous|outrageous|disgusting|unacceptable|scam|fraud|furious|rip.?off|worst|pathetic|useless|disgrace|i'm done|fed up|sick of|wtf|fuck|bullshit|unbelievable|appalling|liars?\b/;
const displeasure =
  /失望|生气|来气|不满|差劲|太差|好差|很差|真差|太慢|这么慢|好慢|太久|这么久|坑(?!位)|忽悠|糊弄|无语|离谱|扯(?:欸|淡|皮)|搞笑|受骗|上当|后悔|没人(?:理|管|回)|不理人|不回(?:复|我|话)|怎么还(?:没|不)|还(?:没|不)(?:发货|到|退|处理|解决|回)|都.{0,6}[几两三四五六七八九十\d]天|第.{1,2}[次遍]|又(?:坏|错|少|漏|骗)|说(?:话|好).{0,4}不算|不负责|推(?:来推去|卸)|再也不|不会再(?:买|来)|凭什么|服务.{0,5}(?:差|烂)|质量.{0,5}(?:差|烂)|烂|讨厌|烦(?:死|透|人|不烦)|disappoint|angry|annoy|upset|frustrat|terrible|awful|horrible|too (?:slow|long)|still (?:not|no|hasn't|haven't|waiting)|never (?:again|arrived|came|got)|not (?:happy|good enough|satisfied)|waste of|broken again|nobody (?:answers|replies|cares)|waited/;
const unease =
  /着急|好急|很急|急(?:用|死|需)|担心|害怕|怎么(?:回事|办)|为什么|到底|什么时候(?:能|才)|多久才|还要(?:等|多久)|能不能快|快(?:点|一点)|催|人呢|在不在|理我|不太|有点|失误|坏了|破了|漏|少(?:了|发)|发错|worried|urgent|when will|how long|hurry|anyone there|hello\?|why|broken|damaged|missing|wrong (?:item|size|colou?r)/;
const relief =
  /谢谢|多谢|感谢|辛苦|没事|没关系|不着急|不急|好的|可以|放心|理解|满意|thank|thx|no worries|no problem|great|perfect|all good|appreciate/;

/** Capitals throughout: only English shouts so. */
function isShouting(text: string): boolean {
  const capitals = text.match(/\b[A-Z]{3,}\b/g)?.length ?? 0;
  return capitals >= 3;
}

function repeatsItself(turn: Turn, before: readonly Turn[]): boolean {
  const own = turn.text.trim();
  return own.length > 3 && before.some(({ from, text }) => from === 'customer' && text.trim() === own);
}
