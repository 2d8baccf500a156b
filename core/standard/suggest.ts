import { toldInstead } from './because.ts';
import type { Options } from './check.ts';
import { check } from './check.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { isDissatisfied } from './mood.ts';
import { moodNow } from './mood-now.ts';
import { chinese } from './phrases/zh.ts';
import { english } from './phrases/en.ts';
import type { Phrases } from './phrases/phrases.ts';
import { topicOf, type Topic } from './phrases/topics.ts';
import { asks } from './sentences.ts';
import { viewOf } from './text.ts';

/**
 * Two better sentences for a draft that broke a rule: about its topic, in the customer's mood, passing the rules
 * themselves, and not said before in this episode. The same in gives the same out. Fewer than two only when the
 * episode has used up every combination.
 */
export function suggest(
  draft: { text: string },
  findings: Finding[],
  facts: Facts,
  now: number,
  options: Pick<Options, 'rules'> = {},
): string[] {
  const phrases = facts.lang === 'zh' ? chinese : english;
  const seed = hash(`${draft.text}\n${lastQuestion(facts)}\n${facts.turns.length}`);
  const said = facts.turns.filter(({ from }) => from === 'agent').map(({ text }) => viewOf(text).bare);
  const chosen: string[] = [];
  // Late in a long episode every opener was used: then one that is only hinted at will do.
  const hinted: string[] = [];
  const known = findings.flatMap(({ because }) => (because && toldInstead(because, facts.lang)) ?? []);
  const wholes = candidates(phrases, seed, topicFor(draft, findings, facts), facts);
  for (const candidate of withFirst(known, wholes)) {
    if (chosen.length === 2) break;
    const bare = viewOf(candidate.text).bare;
    if (said.some((before) => before.includes(bare))) continue;
    const found = check({ text: candidate.text }, facts, now, options);
    if (found.length === 0) chosen.push(candidate.text);
    else if (found.every(({ hint }) => hint)) hinted.push(candidate.text);
  }
  return [...chosen, ...hinted].slice(0, 2);
}

/** The fact itself is the best answer to who claimed another. */
function* withFirst(
  known: readonly string[],
  others: Iterable<{ text: string }>,
): Generator<{ text: string }> {
  for (const text of new Set(known)) yield { text };
  yield* others;
}

/** Every combination, in an order of the case's own; neighbours differ in each part. */
function* candidates(
  phrases: Phrases,
  seed: number,
  topic: Topic,
  facts: Facts,
): Generator<{ text: string }> {
  const openers = phrases.openers[feelingOf(facts)];
  const acts = phrases.acts[topic];
  const total = openers.length * acts.length * phrases.closers.length;
  const start = seed % total;
  // Every total is a product of twos and threes, so that a stride of 6k + 1 visits all.
  const stride = 6 * ((seed >>> 8) % 64) + 1;
  const question = quotable(lastQuestion(facts), phrases.quoteLength);
  const name = nameOf(facts);
  for (let step = 0; step < total; step++) {
    const index = (start + step * stride) % total;
    const round = Math.floor(index / openers.length);
    const opener = openers[index % openers.length]!;
    const act = acts[(round + index) % acts.length]!;
    const closer = phrases.closers[(Math.floor(round / acts.length) + index) % phrases.closers.length]!;
    const lead = question && step % 2 === 0 ? phrases.about(question) : opener;
    const parts = [name && step % 2 === 1 ? phrases.address(name) : '', lead, act, closer];
    yield { text: parts.filter((part) => part !== '').join(phrases.join) };
  }
}

function feelingOf({ turns }: Facts): 'calm' | 'uneasy' | 'upset' {
  const mood = moodNow(turns.slice(-12));
  return isDissatisfied(mood) ? 'upset' : mood === 'uneasy' ? 'uneasy' : 'calm';
}

/** Somebody's data in the draft decides; else what the customer asked, else what the draft is about. */
function topicFor(draft: { text: string }, findings: Finding[], facts: Facts): Topic {
  if (findings.some(({ rule }) => rule === 'redline.privacy')) return 'privacy';
  return topicOf(viewOf(lastQuestion(facts)).text) ?? topicOf(viewOf(draft.text).text) ?? 'general';
}

function lastQuestion({ turns }: Facts): string {
  return turns.findLast(({ from }) => from === 'customer')?.text ?? '';
}

/** A short, clean question of the customer's that can be taken up word for word; '' where there is none. */
function quotable(message: string, longest: number): string {
  const view = viewOf(message);
  const question = view.sentences.findLast(asks);
  if (!question) return '';
  const { start, end } = view.mark(question.start, question.end);
  const words = view.original.slice(start, end).trim();
  const plain = !/[\d\n[\]"“”「」『』<>#@*]/.test(words);
  return plain && words.length >= 3 && words.length <= longest ? words : '';
}

/** How the customer wants to be called, where the shop knows it as a name. */
function nameOf({ customer, lang }: Facts): string {
  const name = customer?.name?.trim() ?? '';
  const isName =
    lang === 'zh' ? /^[\u3400-\u9fff·]{2,6}$/.test(name) : /^[A-Z][\p{L}.' -]{1,24}$/u.test(name);
  return isName ? name : '';
}

/** FNV-1a, so that each case starts somewhere else. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
