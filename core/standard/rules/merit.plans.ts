import { found, meritRule } from '../merits/merit.ts';
import type { Message, Scene } from '../rule.ts';

/** Two or three real choices, one of them recommended. */
export const plans = meritRule({
  id: 'merit.plans',
  says: {
    zh: { title: '给出选择并推荐', reason: '两三个实在的方案供顾客选，并说明更推荐哪一个。' },
    en: { title: 'Choices with advice', reason: 'Two or three real choices, one of them recommended.' },
  },
  earned(message, scene) {
    const choices = choicesIn(message, scene);
    return choices >= 2 && choices <= 3 ? found(message, recommends) : null;
  },
});

const recommends =
  /(?:个人|我|更|比较|建议|推荐|倾向)[^,。!?]{0,6}(?:建议|推荐|倾向|合适|划算|省心|省事|快)|建议(?:[您你]|选|走|用|先)|推荐|\b(?:i(?:'d| would) (?:suggest|recommend|go (?:for|with)|advise)|i (?:suggest|recommend)|recommend(?:ed)?|my advice|(?:the )?(?:first|second|latter|former)(?: one| option)? (?:is|would be) (?:quicker|faster|easier|better|best|simpler))\b/;
const enumerated =
  /(?:方案|选择|办法|选项)?(?:一|1)[是、:.)][^。]{2,120}(?:二|2)[是、:.)]|第一[种个是,][^。]{2,120}第二|要么[^。]{2,80}要么|一种是[^。]{2,80}(?:另|还有)|可以[^。]{2,60}(?:,|也可以|或者?|还是)[^。]{2,60}(?:也可以|都可以|或者?|还是)|\beither\b.{2,120}\bor\b|\boption (?:1|one|a)\b.{2,160}\boption (?:2|two|b)\b|\bi can\b.{2,120}\bor\b/;

function choicesIn({ turn, view }: Message, scene: Scene): number {
  const kinds = new Set(scene.agent(turn).plans.map(({ kind }) => kind)).size;
  return kinds < 2 && enumerated.test(view.unquoted) ? 2 : kinds;
}
