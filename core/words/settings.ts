/** What the settings of the standard are called in a sentence: `phrases.3.fails.0` is the first example of the fourth phrase. */
import type { Lang } from '../standard/facts.ts';

type Words = Record<Lang, string>;

/** null: the field is none of the settings. A path may begin with `settings.`, as a request calls it. */
export function settingName(path: string, lang: Lang): string | null {
  const field = path.replace(/^settings\./, '');
  const phrase = /^phrases\.(\d+)(?:\.(phrase|weight|note|passes|fails)(?:\.(\d+))?)?/.exec(field);
  if (phrase) return phraseField(Number(phrase[1]) + 1, phrase[2], phrase[3], lang);
  const rule = /^(?:channels\.(chat|phone)|rules)\.([a-z]+\.[a-z-]+)(?:\.(on|weight|points))?$/.exec(field);
  if (rule) return ruleField(rule[2]!, rule[1] as 'chat' | 'phone' | undefined, rule[3], lang);
  return plain[field]?.[lang] ?? null;
}

const ordinals = (n: number) =>
  `${n}${n % 10 === 1 && n % 100 !== 11 ? 'st' : n % 10 === 2 && n % 100 !== 12 ? 'nd' : n % 10 === 3 && n % 100 !== 13 ? 'rd' : 'th'}`;

function phraseField(number: number, part: string | undefined, at: string | undefined, lang: Lang): string {
  const which = lang === 'zh' ? `第 ${number} 条禁语` : `${ordinals(number)} forbidden phrase`;
  if (part === undefined || part === 'phrase') return which;
  if (at === undefined)
    return lang === 'zh' ? `${which}的${parts[part]!.zh}` : `${parts[part]!.en} of the ${which}`;
  const example = Number(at) + 1;
  return lang === 'zh'
    ? `${which}“${parts[part]!.zh}”的第 ${example} 个例句`
    : `${ordinals(example)} example of ${parts[part]!.en} of the ${which}`;
}

function ruleField(
  rule: string,
  channel: 'chat' | 'phone' | undefined,
  part: string | undefined,
  lang: Lang,
) {
  const of = part ? parts[part]! : parts.setting!;
  const on = channel ? channels[channel] : null;
  return lang === 'zh'
    ? `规则 ${rule} ${on ? `在${on.zh}里` : ''}的${of.zh}`
    : `${of.en} of the rule ${rule}${on ? ` on the ${on.en} channel` : ''}`;
}

const channels = { chat: { zh: '在线会话', en: 'chat' }, phone: { zh: '电话', en: 'telephone' } };

const parts: Record<string, Words> = {
  weight: { zh: '轻重', en: 'weight' },
  note: { zh: '说明', en: 'note' },
  passes: { zh: '不该查到', en: 'what must not be found' },
  fails: { zh: '该查到', en: 'what must be found' },
  on: { zh: '开关', en: 'switch' },
  points: { zh: '分值', en: 'points' },
  setting: { zh: '设置', en: 'setting' },
};

const plain: Record<string, Words> = {
  rules: { zh: '规则的设置', en: 'settings of the rules' },
  channels: { zh: '分渠道的设置', en: 'settings by channel' },
  points: { zh: '各级扣分', en: 'points by weight' },
  'points.block': { zh: '拦截的扣分', en: 'points of a block' },
  'points.warn': { zh: '提醒的扣分', en: 'points of a warning' },
  'points.note': { zh: '记录的扣分', en: 'points of a note' },
  repeatPercent: { zh: '重复扣分的百分比', en: 'percentage for a repetition' },
  meritLimit: { zh: '加分上限', en: 'limit of the merits' },
  thresholds: { zh: '等待时限', en: 'thresholds of waiting' },
  'thresholds.remindAgent': { zh: '提醒客服的时限', en: 'thresholds that remind the agent' },
  'thresholds.callSupervisor': { zh: '呼叫主管的时限', en: 'threshold that calls a supervisor' },
  'thresholds.finding': { zh: '记为“回复太慢”的时限', en: 'threshold of a slow reply' },
  phrases: { zh: '禁语名单', en: 'list of forbidden phrases' },
  leastPrecision: { zh: '最低准确率', en: 'least precision' },
};
