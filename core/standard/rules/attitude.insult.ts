import type { Mark, Rule } from '../rule.ts';
import type { Sentence } from '../sentences.ts';
import type { TextView } from '../text.ts';
import { englishCurses, englishSelf, englishSlurs } from './attitude.insult.en.ts';
import { chineseCurses, chineseSelf, chineseSlurs } from './attitude.insult.zh.ts';

/** Insults, curses, mockery, demeaning comparison. */
export const insult: Rule = {
  id: 'attitude.insult',
  weight: 'block',
  moments: ['send'],
  says: {
    zh: { title: '辱骂或贬低顾客', reason: '骂人、嘲讽或贬低的话不能发给顾客。' },
    en: { title: 'Insult', reason: 'Insults, mockery and demeaning comparisons must not reach a customer.' },
  },
  draft({ view }) {
    const marks = view.sentences.flatMap((sentence) => insultIn(sentence, view) ?? []);
    return marks.length > 0 ? marks : takenApart(view);
  },
};

function insultIn(sentence: Sentence, view: TextView): Mark | null {
  const mark = (match: RegExpExecArray) =>
    view.mark(sentence.start + match.index, sentence.start + match.index + match[0].length);
  for (const curses of [chineseCurses, englishCurses]) {
    // Nearly every sentence is harmless, and a search that finds nothing is several times cheaper than a walk.
    if (sentence.text.search(curses) < 0) continue;
    for (const match of sentence.text.matchAll(curses))
      if (!ofSelf(sentence.text, match.index)) return mark(match);
  }
  for (const { says, unless } of hasHan(sentence.text) ? chineseSlurs : englishSlurs) {
    if (sentence.text.search(says) < 0 || unless?.test(sentence.text)) continue;
    for (const match of sentence.text.matchAll(says))
      if (!ofSelf(sentence.text, match.index)) return mark(match);
  }
  return null;
}

/** "I was such an idiot, wrong link" insults nobody. */
function ofSelf(sentence: string, index: number): boolean {
  const before = sentence.slice(Math.max(0, index - 40), index);
  return (hasHan(sentence) ? chineseSelf : englishSelf).test(before);
}

/** A curse taken apart by punctuation ("智.障") shows in the bare letters. */
function takenApart(view: TextView): Mark[] {
  for (const match of view.bare.matchAll(hiddenCurses)) {
    const span = view.markBare(match.index, match.index + match[0].length);
    const written = view.original.slice(span.start, span.end);
    if (written.length > match[0].length && !/[\s,，。!！?？;；"“”「」]/.test(written)) return [span];
  }
  return [];
}

const hiddenCurses =
  /[傻煞]逼|智障|脑残|弱智|白痴|神经病|废物|你有病|王八蛋|滚蛋|不要脸|贱人|stupidperson|asshole|youidiot|youmoron/g;

const hasHan = (text: string) => /[\u3400-\u9fff]/.test(text);
