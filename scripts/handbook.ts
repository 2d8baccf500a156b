/** The standard on one page, as a service lead hands it to a new agent: made from the rules and their pages. */
import { readFileSync } from 'node:fs';
import type { Lang } from '../core/standard/facts.ts';
import type { RuleFamily, Weight } from '../core/standard/finding.ts';
import type { Rule } from '../core/standard/rule.ts';
import { rules } from '../core/standard/rules/index.ts';

export function handbook(lang: Lang): string {
  const words = wordsOf[lang];
  const families = (Object.keys(words.families) as RuleFamily[]).map((family) => {
    const own = rules.filter(({ id }) => id.startsWith(`${family}.`));
    const [title, intro] = words.families[family];
    return [`## ${title}`, intro, ...own.map((rule) => section(rule, lang))].join('\n\n');
  });
  return `${[words.head, ...families].join('\n\n')}\n`;
}

function section(rule: Rule, lang: Lang): string {
  const words = wordsOf[lang];
  const { title, reason } = rule.says[lang];
  const page = readFileSync(new URL(`../core/standard/rules/${rule.id}.md`, import.meta.url), 'utf8');
  const half = page.slice(page.indexOf(words.half)).split('\n## ')[0]!;
  const examples = (heading: string) =>
    (half.split(`### ${heading}\n`)[1] ?? '')
      .split('\n### ')[0]!
      .split('\n')
      .filter((line) => line.startsWith('- '))
      .slice(0, 2)
      .map((line) => line.slice(2));
  const lines = [
    `### ${title}`,
    `${reason} \`${rule.id}\` · ${words.weights[rule.weight]}`,
    ...examples(words.found).map((line) => `- ✗ ${line}`),
    ...examples(words.notFound).map((line) => `- ✓ ${line}`),
    `[${words.more}](../core/standard/rules/${rule.id}.md)`,
  ];
  return [lines.slice(0, 2).join('\n\n'), lines.slice(2, -1).join('\n'), lines.at(-1)]
    .filter((part) => part !== '')
    .join('\n\n');
}

interface Words {
  /** The heading of the language's half of a rule's page, and of its examples. */
  half: string;
  found: string;
  notFound: string;
  more: string;
  head: string;
  weights: Record<Weight, string>;
  families: Record<RuleFamily, [title: string, intro: string]>;
}

const wordsOf: Record<Lang, Words> = {
  zh: {
    half: '## 中文',
    found: '会提示',
    notFound: '不会提示',
    more: '这条规则的说明',
    head: `# 服务规范一览

给新同事：我们的每一次服务都按下面这些来看。写回复时，有问题的字句下面会出现提示，按 Alt+1 或 Alt+2 可以换成更好的说法；
会话结束后从 100 分算起，每一处扣分都指到那一句话；觉得判得不对，请质检或主管看一眼，判错了会改分。✗ 是会被指出的，✓ 是放心说的。

| 分量 | 意思 |
| --- | --- |
| 拦下 | 不改就发不出去；实在要发，请主管放行，或在主管不在时写明理由 |
| 提醒 | 提醒您一下，仍可以发 |
| 警报 | 马上叫主管来看 |
| 记录 | 只在评分里看到 |

本页由程序按规则生成，店铺可以在“设置 → 服务规范”里调整分量。`,
    weights: { block: '拦下', warn: '提醒', alert: '警报', note: '记录' },
    families: {
      attitude: ['说话的态度', '对事不对人；换作自己是顾客，听了舒不舒服。'],
      emotion: ['顾客的情绪', '先安抚心情，再处理事情。'],
      complaint: ['投诉与安全', '话说重了不可怕，没人接住才可怕。'],
      repetition: ['重复', '同一句安抚、同一个方案、同一个问题，说第二遍就轻了一半。'],
      substance: ['有没有内容', '顾客等的是答复，不是表情。'],
      timing: ['时间与承诺', '回得及时，说到做到。'],
      redline: ['高压线', '碰了就可能一票否决，由人确认后生效。'],
      phone: ['电话', '只看电话渠道的会话。'],
      merit: ['加分', '做得好的也看得见，最多加十分。'],
    },
  },
  en: {
    half: '## English',
    found: 'Found',
    notFound: 'Not found',
    more: 'The page of this rule',
    head: `# The service standard at a glance

For a new colleague: every conversation is looked at by what follows. While you write, words that break a rule are marked and two
better sentences are one key away (Alt+1, Alt+2). When it is over, the score starts at 100; each point lost names the sentence it was
lost for. Where that is wrong, a reviewer or supervisor says so and the score is made anew. ✗ is pointed out, ✓ is fine.

| weight | means |
| --- | --- |
| held back | does not leave unless changed; a supervisor may release it, or you with a reason when none is there |
| reminder | you are told, and may still send it |
| alarm | a supervisor is called at once |
| note | seen in the score only |

This page is made from the rules by a program; a shop adjusts the weights under Settings → Standard.`,
    weights: { block: 'held back', warn: 'reminder', alert: 'alarm', note: 'note' },
    families: {
      attitude: ['How we speak', 'About the matter, never about the person.'],
      emotion: ['How the customer feels', 'The feeling first, then the matter.'],
      complaint: ['Complaints and safety', 'Harsh words are no disaster; being left alone with them is.'],
      repetition: ['Saying it again', 'The same comfort, plan or question weighs half the second time.'],
      substance: ['Saying something', 'The customer waits for an answer, not for a smiley.'],
      timing: ['Time and promises', 'Answer soon, and keep what was promised.'],
      redline: ['Red lines', 'One may decide the whole score, once a person has confirmed it.'],
      phone: ['On the telephone', 'For conversations by telephone alone.'],
      merit: ['Merits', 'What was done well is seen too: ten points at most.'],
    },
  },
};
