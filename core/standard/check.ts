import { viewOfDraft } from './draft-views.ts';
import type { Conversation, Facts, Turn } from './facts.ts';
import type { FailedRule, Finding, Moment, Review } from './finding.ts';
import { lighterOf } from './finding.ts';
import type { Mark, Message, Rule, Scene } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import { closedScene, eachBefore, messageAt, openScene } from './scene.ts';

export interface Options {
  /** The rules to judge by: all of them unless told. */
  rules?: readonly Rule[];
  /** Told of each rule that threw, so that a person can be alerted. */
  onFailure?(failure: FailedRule): void;
}

/** Judges an agent's message before it leaves. */
export function check(
  draft: Pick<Turn, 'text' | 'at' | 'grounds'>,
  facts: Facts,
  now: number,
  options: Options = {},
): Finding[] {
  const scene = openScene(facts, now);
  const message: Message = {
    ...draft,
    from: 'agent',
    turn: facts.turns.length,
    view: viewOfDraft(draft.text),
  };
  const findings: Finding[] = [];
  for (const rule of rulesOnDrafts(options.rules ?? allRules)) {
    const marks = judgeDraft(rule, message, scene, options);
    if (marks === null) {
      if (isRedLine(rule) && rule.weight === 'block') findings.push(held(rule, message));
    } else if (marks.length > 0) {
      for (const mark of marks) findings.push(finding(rule, 'send', message, mark));
    }
  }
  return findings;
}

type DraftRule = Rule & { draft: NonNullable<Rule['draft']> };

const onDrafts = new WeakMap<readonly Rule[], readonly DraftRule[]>();

/** Those that judge a message before it leaves. */
function rulesOnDrafts(rules: readonly Rule[]): readonly DraftRule[] {
  let some = onDrafts.get(rules);
  if (!some) onDrafts.set(rules, (some = rules.filter(judgesDrafts)));
  return some;
}

const judgesDrafts = (rule: Rule): rule is DraftRule =>
  rule.draft !== undefined && rule.moments.includes('send');

function judgeDraft(rule: DraftRule, message: Message, scene: Scene, options: Options): Mark[] | null {
  try {
    return rule.draft(message, scene);
  } catch (error) {
    options.onFailure?.({ rule: rule.id, moment: 'send', error });
    return null;
  }
}

/**
 * The live findings of the turns from `from` on: customers' alerts, and what an answer lacks, which shows when the
 * customer speaks again; so they may stand at turns of the answer just before.
 */
export function watch(facts: Facts, from: number, now: number, options: Options = {}): Finding[] {
  const scene = openScene(facts, now);
  const findings: Finding[] = [];
  const start = answerBefore(facts.turns, Math.max(0, from));
  for (const rule of options.rules ?? allRules) {
    if (!rule.turn || !rule.moments.includes('live')) continue;
    findings.push(...(judgeTurns(rule, 'live', scene, start, options) ?? []));
  }
  return inOrder(findings);
}

/** Judges an operation before it is done: the agent ends the conversation, or passes it on. */
export function checkEnding(facts: Facts, now: number, options: Options = {}): Finding[] {
  const scene: Scene = { ...openScene(facts, now), ended: { by: 'agent', at: now }, closed: true };
  const findings: Finding[] = [];
  for (const rule of options.rules ?? allRules) {
    if (!rule.conversation || !rule.moments.includes('act')) continue;
    const marks = attempt(rule, 'act', options, () => rule.conversation!(scene));
    for (const mark of marks ?? []) findings.push(finding(rule, 'act', messageAt(scene, mark.turn), mark));
  }
  return findings;
}

/** Where the answer begins that the turn `from` completes. */
function answerBefore(turns: Facts['turns'], from: number): number {
  let start = from;
  if (turns[from]?.from === 'customer') while (start > 0 && turns[start - 1]!.from !== 'customer') start--;
  return start;
}

/** Judges a whole conversation: what left, what came, what was missing. */
export function review(conversation: Conversation, now: number, options: Options = {}): Review {
  const steps = reviewInSteps(conversation, now, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same review with a pause after every few judgements: of thousands of turns it takes seconds, and whoever has other
 * things to do meanwhile can do them. The turns must not change until it has ended.
 */
export function* reviewInSteps(
  conversation: Conversation,
  now: number,
  options: Options = {},
): Generator<void, Review> {
  const scene = closedScene(conversation, now);
  const result: Review = { findings: [], notJudged: [] };
  const rules = options.rules ?? allRules;
  yield* understand(scene);
  const sent = yield* judgeSent(rules, scene, options);
  for (const rule of rules) {
    const parts = [
      sent.get(rule) ?? null,
      rule.turn ? yield* judgeTurnsInSteps(rule, scene, options) : [],
      rule.conversation ? judgeWhole(rule, scene, options) : [],
    ];
    for (const part of parts) for (const found of part ?? []) result.findings.push(found);
    const why = parts.includes(null) ? 'rule-failed' : abstention(rule, scene, options);
    if (why) result.notJudged.push({ rule: rule.id, why });
    yield;
  }
  inOrder(result.findings);
  return result;
}

/** The moods, before a rule that judges the whole asks for all of them at once. */
function* understand(scene: Scene): Generator<void, void> {
  for (const [turn, { from }] of scene.turns.entries()) {
    if (from !== 'customer') continue;
    try {
      void scene.customer(turn).mood;
    } catch {
      return; // told where a rule stumbles over it
    }
    yield;
  }
}

/** What each rule finds in the messages as they left, each before what came later; null: it threw. */
function* judgeSent(
  rules: readonly Rule[],
  scene: Scene,
  options: Options,
): Generator<void, Map<Rule, Finding[] | null>> {
  const found = new Map<Rule, Finding[] | null>(rules.map((rule) => [rule, []]));
  const judging = new Set(rulesOnDrafts(rules).filter(({ hints }) => !hints));
  for (const { message, before } of eachBefore(scene)) {
    if (message.from !== 'agent') continue;
    for (const rule of judging) {
      const marks = judgeDraft(rule, message, before, options);
      if (marks) found.get(rule)!.push(...marks.map((mark) => finding(rule, 'send', message, mark)));
      else {
        found.set(rule, null);
        judging.delete(rule);
      }
    }
    yield;
  }
  return found;
}

/** Turns that one rule judges between two pauses. */
const inOneStep = 32;

function* judgeTurnsInSteps(rule: Rule, scene: Scene, options: Options): Generator<void, Finding[] | null> {
  const found: Finding[] = [];
  for (let from = 0; from < scene.turns.length; from += inOneStep) {
    const some = judgeTurns(rule, 'after', scene, from, options, from + inOneStep);
    if (!some) return null;
    found.push(...some);
    yield;
  }
  return found;
}

function judgeTurns(
  rule: Rule,
  moment: Moment,
  scene: Scene,
  from: number,
  options: Options,
  upTo = scene.turns.length,
): Finding[] | null {
  return attempt(rule, moment, options, () =>
    scene.turns.slice(from, upTo).flatMap((_, offset) => {
      const message = messageAt(scene, from + offset);
      return rule.turn!(message, scene).map((mark) => finding(rule, moment, message, mark));
    }),
  );
}

function judgeWhole(rule: Rule, scene: Scene, options: Options): Finding[] | null {
  return attempt(rule, 'after', options, () =>
    rule.conversation!(scene).map((mark) => finding(rule, 'after', messageAt(scene, mark.turn), mark)),
  );
}

function abstention(rule: Rule, scene: Scene, options: Options) {
  if (!rule.abstains) return null;
  const answer = attempt(rule, 'after', options, () => ({ why: rule.abstains!(scene) }));
  return answer ? answer.why : 'rule-failed';
}

function attempt<T>(rule: Rule, moment: Moment, options: Options, judge: () => T): T | null {
  try {
    return judge();
  } catch (error) {
    options.onFailure?.({ rule: rule.id, moment, error });
    return null;
  }
}

function finding(rule: Rule, moment: Moment, message: Message, mark: Mark): Finding {
  const { start, end } = mark;
  const ruleWeight = moment === 'after' ? (rule.weightAfter ?? rule.weight) : rule.weight;
  const weight = mark.weight ? lighterOf(mark.weight, ruleWeight) : ruleWeight;
  const evidence = message.text.slice(start, end);
  const found: Finding = { rule: rule.id, weight, moment, turn: message.turn, start, end, evidence };
  if (mark.because) found.because = mark.because;
  if (rule.hints && moment === 'send') found.hint = true;
  return found;
}

function held(rule: Rule, { turn, text }: Message): Finding {
  return {
    rule: rule.id,
    weight: 'block',
    moment: 'send',
    turn,
    start: 0,
    end: text.length,
    evidence: text,
    failed: true,
  };
}

const isRedLine = (rule: Rule) => rule.id.startsWith('redline.');

const inOrder = (findings: Finding[]) => findings.sort((a, b) => a.turn - b.turn || a.start - b.start);
