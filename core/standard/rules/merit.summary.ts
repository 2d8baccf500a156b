import { found, meritRule } from '../merits/merit.ts';
import type { Message, Scene } from '../rule.ts';

/** Conclusion and next action are said once more at the end. */
export const summary = meritRule({
  id: 'merit.summary',
  says: {
    zh: { title: '收尾总结', reason: '结束前把结论和接下来要做的事再说一遍，双方都清楚。' },
    en: { title: 'Sums up', reason: 'Repeats the conclusion and the next action before the end.' },
  },
  earned(message, scene) {
    if (!isNearTheEnd(message, scene) || message.view.bare.length < 16) return null;
    const mark = found(message, sumsUp);
    return mark && action.test(message.view.unquoted) ? mark : null;
  },
});

const sumsUp =
  /(?:总结|小结|归纳|汇总|复述|重复|梳理)(?:一下|一遍)?|(?:跟|和|与|向|帮|为|给)[您你](?:再|最后|简单)*(?:确认|核对|说|对)(?:一下|一遍|下)|(?:再|最后)(?:跟|和|向|帮|给)?[您你]?(?:确认|核对|说|强调)(?:一下|一遍|下)|(?:那|咱们?|我们)(?:就)?(?:这么|这样|按[^,。]{0,8})定|说(?:定|好)了?[:,]|\b(?:to (?:sum|recap|summari[sz]e|confirm)|in (?:short|summary)|so,? (?:just )?to (?:confirm|recap|be clear)|let me (?:recap|sum|summari[sz]e|repeat)|just to (?:confirm|recap|sum))\b/;
const action =
  /退|换|补|发|寄|赔|修|回[复电]|联系|处理|登记|取件|改|到账|上门|\b(?:refund|replace|exchange|send|ship|call|repair|collect|pick|change|reply|return|arrive|deliver)/;

function isNearTheEnd({ turn }: Message, { turns }: Scene): boolean {
  let left = 0;
  for (let i = turn + 1; i < turns.length && left < 2; i++) if (turns[i]!.from === 'agent') left++;
  return left <= 1 && turn >= 2;
}
