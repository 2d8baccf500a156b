import type { Mark } from '../rule.ts';
import type { Sentence } from '../sentences.ts';
import { mayAnyStandIn } from '../sieve.ts';
import type { TextView } from '../text.ts';
import { toneRule } from '../tone/tone-rule.ts';
import { englishCurses, englishSelf, englishSlurs } from './attitude.insult.en.ts';
import type { Slur } from './attitude.insult.slur.ts';
import { chineseCurses, chineseSelf, chineseSlurs } from './attitude.insult.zh.ts';

/** Insults, curses, mockery, demeaning comparison. */
export const insult = toneRule(
  {
    id: 'attitude.insult',
    weight: 'block',
    says: {
      zh: { title: '辱骂或贬低顾客', reason: '骂人、嘲讽或贬低的话不能发给顾客。' },
      en: {
        title: 'Insult',
        reason: 'Insults, mockery and demeaning comparisons must not reach a customer.',
      },
    },
  },
  {
    tone: 'insult',
    from: { alone: 60, withEvidence: -Infinity },
    evidence: ({ view }) => firstInsult(view),
    // Mockery needs somebody to mock, or something to hold against them.
    unless: ({ view }, score) =>
      firstInsult(view) === null &&
      (stutters.test(view.text) ||
        (score < 120 && !aimed.test(view.text)) ||
        (score < 250 && sincere.test(view.text))),
  },
);

/** Nothing but a slip of the fingers: "you you look". */
const stutters = /^(?:[你您看呢哦嗯啊]|那个?|这个?){4,}$/;

/** Pity for who is hurt, praise of who chose well. */
const sincere = /\bpoor thing\b|\bhope you|\bget well\b|有眼光(?:[,。!~]|$)|善解人意/;

const aimed =
  /连.{1,12}[都也]|不如|还[没不]|[不没]配|[您你](?:这|那)?(?:种|样|号|脑|智|眼|记性|理解|素质|审美|品味|水平|人|家|们|配|也|自己)|像[您你]这|就[您你]|跟[您你]|[您你].{0,6}[穷笨傻蠢丑胖瞎懒]|笑|佩服|恭喜|厉害|真(?:会|行|能|逗|可怜)|可怜|脑|智|幼儿园|小学|三岁|奇葩|矫情|做梦|\b(?:you|your|people like|even (?:a|my)|bless|genius|sweetheart|congrat|brain|embarrass|pathetic)\b/;

function firstInsult(view: TextView): Mark | null {
  if (mayAnyStandIn(view.text, words)) {
    const may = all.filter(({ says }) => says.mayStandIn(view.text));
    for (const sentence of view.sentences) {
      const mark = insultIn(sentence, may, view);
      if (mark) return mark;
    }
  }
  return takenApart(view);
}

const curses: readonly Slur[] = [{ says: chineseCurses }, { says: englishCurses }];
const all: readonly Slur[] = [...curses, ...chineseSlurs, ...englishSlurs];
const words = all.map(({ says }) => says);
const foreign = { han: new Set(englishSlurs), latin: new Set(chineseSlurs) };

function insultIn({ text, start }: Sentence, may: readonly Slur[], view: TextView): Mark | null {
  const others = hasHan(text) ? foreign.han : foreign.latin;
  for (const slur of may) {
    const { says, unless } = slur;
    if (others.has(slur) || text.search(says.pattern) < 0 || unless?.test(text)) continue;
    for (const match of text.matchAll(says.pattern))
      if (!ofSelf(text, match.index))
        return view.mark(start + match.index, start + match.index + match[0].length);
  }
  return null;
}

/** "I was such an idiot, wrong link" insults nobody. */
function ofSelf(sentence: string, index: number): boolean {
  const before = sentence.slice(Math.max(0, index - 40), index);
  return (hasHan(sentence) ? chineseSelf : englishSelf).test(before);
}

/** A curse taken apart by punctuation ("智.障") shows in the bare letters. */
function takenApart(view: TextView): Mark | null {
  if (!inHiddenCurses.test(view.text)) return null;
  for (const match of view.bare.matchAll(hiddenCurses)) {
    const span = view.markBare(match.index, match.index + match[0].length);
    const written = view.original.slice(span.start, span.end);
    if (written.length > match[0].length && !/[\s,，。!！?？;；"“”「」]/.test(written)) return span;
  }
  return null;
}

const hiddenCurses =
  /[傻煞]逼|智障|脑残|弱智|白痴|神经病|废物|你有病|王八蛋|滚蛋|不要脸|贱人|stupidperson|asshole|youidiot|youmoron/g;

/** A character of each. */
const inHiddenCurses = /[逼障残弱痴神废病蛋脸贱o]/;

const hasHan = (text: string) => /[\u3400-\u9fff]/.test(text);
