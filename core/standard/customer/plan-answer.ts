import type { Turn } from '../facts.ts';
import type { Mark } from '../mark.ts';
import { viewOf, type TextView } from '../text.ts';
import * as words from './plan-answer-words.ts';

/** What the agent said last that a customer can take or turn down, '' where nothing is on the table. */
export function offerBefore(before: readonly Turn[]): string {
  let text = '';
  for (let i = before.length - 1; i >= 0 && text.length < 800; i--) {
    const { from, text: said } = before[i]!;
    if (from === 'agent') text = `${said.slice(0, 400)}\n${text}`;
    else if (text !== '') break;
  }
  const said = viewOf(text).text;
  return words.offers.test(said) && !words.asksForMore.test(said) ? said : '';
}

/** Turns down what was offered. "No need, that's all" and choosing another option are none. */
export function refusesIn(view: TextView, offer: string): Mark | null {
  if (offer === '' || view.text.length > 300) return null;
  const text = view.unquoted;
  if (words.contented.test(text)) return null;
  const match = saysNo(text) ?? words.dislike.exec(text) ?? turnsDownByName(text, offer);
  if (!match || picks(text, offer) || (match.index > 0 && words.yes.test(text))) return null;
  return view.mark(match.index, match.index + match[0].length);
}

/** Takes what was offered, or one of the things. */
export function acceptsIn(view: TextView, offer: string): boolean {
  if (offer === '' || view.text.length > 100 || !words.pending.test(offer)) return false;
  const text = view.unquoted;
  if (words.notYet.test(text) || refusesIn(view, offer)) return false;
  if (takesUp(text)) return true;
  return text.length <= 16 && !words.negative.test(text) && takesByName(text, offer);
}

function saysNo(text: string): RegExpExecArray | null {
  const match = words.no.exec(text);
  return match && words.wonders.test(text.slice(match.index)) ? null : match;
}

/** A word of the offer comes first, then a no: "a voucher? keep it". */
function turnsDownByName(text: string, offer: string): RegExpExecArray | null {
  if (text.length > 60 || !words.pending.test(offer) || takesUp(text) || words.askedBack.test(text))
    return null;
  const match = words.negative.exec(text);
  return match && match.index < 30 && named(text.slice(0, 14), offer) ? match : null;
}

const takesUp = (text: string) => words.yes.test(text) || words.takes.test(text) || words.likes.test(text);

function takesByName(text: string, offer: string): boolean {
  return words.kinds.some((kind) => text.includes(kind) && offer.includes(kind));
}

/** Two Chinese characters, or a long word, of the offer. */
function named(text: string, offer: string): boolean {
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(pair) && !words.empty.test(pair) && offer.includes(pair)) return true;
  }
  return (text.match(/[a-z]{5,}/g) ?? []).some((word) => offer.includes(word));
}

/** Names one of several things that were offered, or answers which: no refusal of the rest. */
function picks(text: string, offer: string): boolean {
  if (!words.choice.test(offer) || words.noneOfThem.test(text)) return false;
  return words.kinds.some((kind) => {
    const at = text.indexOf(kind);
    return at >= 0 && offer.includes(kind) && !/[不别]/.test(text.slice(Math.max(0, at - 2), at));
  });
}
