/** Ties deeds to times, and lets what was taken back or said twice go. */
import type { Clause } from './clauses.ts';
import type { Deed } from './deed.ts';
import type { TimeWords } from './when.ts';

export interface Undertaking {
  deed: Deed;
  time: TimeWords;
  start: number;
  end: number;
}

export interface Part extends Clause {
  times: TimeWords[];
  deeds: Deed[];
}

interface Open {
  deed: Deed;
  time: TimeWords | null;
  sentence: number;
  /** Said on top of what came before ("then again"). */
  further: boolean;
}

const correction =
  /(?:哦|噢|啊|呃|额)?(?:不对|不是|说错|写错|打错|更正|纠正|口误|改[成为到]|[哦噢啊]不|不不|算了|还是)|^\s*不$|\b(?:make (?:that|it)|no wait|wait|scratch that|correction|actually|i mean|or rather|my mistake|on second thoughts?|let'?s say|sorry)\b/;
const cancelled =
  /来不及|赶不[上及]|算了|作废|取消|做不到|[发退寄回办]不了|不行|\b(?:never ?mind|forget (?:that|it)|scratch that|can't make|won't make|cannot make|ignore)\b/;
const further = /再|另外|此外|还会|之后|然后|最终|\b(?:again|then|also|afterwards?|another)\b/;
const joined = /^[\s,]*(?:并|同时|还|也|再|且|顺便|以及|然后|and|plus|also)/;

/** The promises of a text, each with its time, in order. */
export function settle(parts: readonly Part[], timeFirst: boolean): Undertaking[] {
  const open: Open[] = [];
  /** A time that still waits for its deed, from a clause of its own. */
  let waiting: { time: TimeWords; sentence: number } | null = null;
  let corrects = false;
  for (const part of parts) {
    const deeds = part.deeds.filter(({ promised }) => promised);
    const marked = correction.test(part.text);
    if (marked && cancelled.test(part.text) && deeds.length === 0) open.pop();
    corrects ||= marked && open.length > 0;
    if (deeds.length === 0) {
      const [time] = part.deeds.length === 0 && isAlone(part) ? part.times : [];
      if (time) waiting = placed(time, part, open, corrects) ? null : { time, sentence: part.sentence };
      if (time && waiting === null) corrects = false;
      continue;
    }
    const found = deeds
      .map((deed) => ({ deed, time: timeOf(deed, part, deeds, timeFirst) }))
      .filter((one, _, all) => !all.some((other) => serves(one, other)));
    for (const one of found) {
      if ((!one.time || isVague(one.time)) && waiting?.sentence === part.sentence) one.time = waiting.time;
      if (!one.time && joined.test(part.text)) one.time = open.at(-1)?.time ?? null;
      if (corrects) takeBack(one.deed, open);
      open.push({ ...one, sentence: part.sentence, further: further.test(part.text) });
    }
    corrects = false;
    waiting = null;
  }
  if (waiting) {
    const late = open.findLast(({ time, deed }) => time === null && deed.promised);
    if (late) late.time = waiting.time;
  }
  return merged(open);
}

/** The clause holds a time and hardly more: "at the latest tomorrow". */
function isAlone({ text, start, times }: Part): boolean {
  let rest = text;
  for (const time of times.toReversed())
    rest = rest.slice(0, time.start - start) + rest.slice(time.end - start);
  return /^[\s\S]{0,1}$/.test(rest.replace(around, ''));
}

const around =
  /[\s,()]|最[晚迟快慢]|之?前|以前|之?内|以内|左右|大概|大约|差不多|预计|应该|不会?超过|操作|到位|就|会|在|吧|哈|哦|呢|亲|一定|肯定|[给等容]我|我们?|[您你]|\b(?:by|at|the|latest|before|in|within|on|or|so|no|later|than|around|about|probably|maybe|make|that|it|i|mean|sorry|let's|speak|talk|very|just|give|me|until|need|then|please)\b/g;

/** Gives a time that stands alone to the deed before it, where that is what it is for. */
function placed(time: TimeWords, part: Part, open: Open[], corrects: boolean): boolean {
  const last = open.at(-1);
  if (!last) return false;
  const replaces = corrects || (time.latest && last.time && last.sentence === part.sentence);
  if (!replaces && !(last.time === null && !last.deed.general)) return false;
  if (!replaces && isVague(time)) return false;
  last.time = last.time ? onSameDay(time, last.time) : time;
  return true;
}

/** "Tomorrow at 10, sorry, 11" is still tomorrow. */
function onSameDay(time: TimeWords, before: TimeWords): TimeWords {
  const [first] = before.whens;
  if (first?.kind !== 'moment' || !first.day) return time;
  const { day, half } = first;
  const whens = time.whens.map((when) =>
    when.kind === 'moment' && when.clock && !when.day ? { day, ...(half ? { half } : {}), ...when } : when,
  );
  return { ...time, whens };
}

/** What only moves another deed of the same clause on; sending a replacement is not also dispatching. */
function serves(
  one: { deed: Deed; time: TimeWords | null },
  other: { deed: Deed; time: TimeWords | null },
): boolean {
  if (one.deed === other.deed || one.time !== other.time) return false;
  if (one.deed.action === 'ship' && other.deed.action === 'resend') return true;
  return one.deed.general && !other.deed.general;
}

/** Chinese says the time first, English last; deeds that are joined share it. */
function timeOf(deed: Deed, { times }: Part, deeds: readonly Deed[], timeFirst: boolean): TimeWords | null {
  const next = deeds.find(({ start }) => start > deed.start);
  const before = firm(times.filter(({ start }) => start < deed.start).toReversed());
  const after = firm(times.filter(({ start }) => start >= deed.start));
  const own = after && (!next || after.start < next.start) ? after : null;
  const ordered = timeFirst ? [before, own, after] : [own, before, after];
  return firm(ordered.filter((time) => time !== null));
}

/** The first that is a time; a vague word beside one adds nothing. */
function firm(times: readonly TimeWords[]): TimeWords | null {
  return times.find((time) => !isVague(time)) ?? times[0] ?? null;
}

/** What is corrected is the promise of the same deed, or else the last one. */
function takeBack(deed: Deed, open: Open[]): void {
  const same = open.findLastIndex((other) => other.deed.action === deed.action);
  open.splice(same >= 0 ? same : open.length - 1, 1);
}

function merged(open: readonly Open[]): Undertaking[] {
  const kept: Open[] = [];
  for (const one of open) {
    const twin = kept.findIndex(({ deed }) => deed.action === one.deed.action);
    const before = kept[twin];
    if (!before) kept.push(one);
    else if (!one.time || (isVague(one.time) && before.time)) continue;
    else if (before.time && !isVague(before.time) && one.further && before.time !== one.time) kept.push(one);
    else kept.splice(twin, 1, one);
  }
  return withoutHelpers(kept).flatMap(({ deed, time }) =>
    time ? [{ deed, time, start: Math.min(deed.start, time.start), end: Math.max(deed.end, time.end) }] : [],
  );
}

/** "Check, then tell you" under one time is one reply; "handle" beside a deed of its own is that deed. */
function withoutHelpers(open: readonly Open[]): Open[] {
  const all = open.map((one) => ({ ...one }));
  const reply = all.find(({ deed }) => deed.action === 'reply' || deed.action === 'callback');
  const check = all.find(({ deed, time }) => deed.general && time && !isVague(time));
  if (reply && check && (!reply.time || isVague(reply.time)) && check.deed.start < reply.deed.start)
    reply.time = check.time;
  return all.filter((one) => {
    if (!one.deed.general) return true;
    const rivals = all.filter(
      ({ deed, time }) => deed !== one.deed && time !== null && (!deed.general || isStronger(deed, one.deed)),
    );
    const sameTime = rivals.some(({ time }) => time === one.time);
    if (sameTime || !one.time) return false;
    if (!isVague(one.time)) return true;
    return one.deed.action === 'check'
      ? !rivals.some(({ deed }) => /reply|callback/.test(deed.action))
      : rivals.length === 0;
  });
}

/** Of two that only move things on, the later one says what for. */
const isStronger = (other: Deed, deed: Deed) => other.start > deed.start;

const isVague = ({ whens }: TimeWords) => whens.every(({ kind }) => kind === 'vague');
