import { workingTimeBetween, type WorkingHours } from '../team/working-hours.ts';
import { isCourtesy } from './courtesy.ts';
import type { Turn } from './facts.ts';
import { viewOf } from './text.ts';

/** Seconds without an answer in chat: warnings to the agent, a call to the supervisor, and the finding. */
export interface WaitThresholds {
  remindAgent: number[];
  callSupervisor: number;
  finding: number;
}

export const defaultThresholds: WaitThresholds = {
  remindAgent: [60, 180],
  callSupervisor: 240,
  finding: 300,
};

/**
 * Whether a customer's message starts the clock, after so many of these turns. A closing courtesy does not, unless it
 * accepts what the agent asked.
 */
export function wantsAnswer(turn: Turn, before: readonly Turn[], upTo = before.length): boolean {
  const view = viewOf(turn.text);
  const courtesy = isCourtesy(view);
  if (courtesy === null) return view.hasWords || /\?/.test(view.text);
  return courtesy === 'assent' && asksToGoOn(lastOfAgent(before, upTo));
}

/** Milliseconds of working time that a customer waited from `since` to `now`. */
export function waitedFor(since: number, now: number, hours: WorkingHours | 'always'): number {
  return workingTimeBetween(hours, since, now);
}

function lastOfAgent(turns: readonly Turn[], upTo: number): string {
  let last = upTo - 1;
  while (last >= 0 && turns[last]!.from !== 'agent') last--;
  return turns[last]?.text ?? '';
}

/**
 * The agent proposed to do something and waits for a yes; "anything else?" is no such question, and a yes to "may I
 * have a minute?" gives leave to be away.
 */
function asksToGoOn(text: string): boolean {
  const { text: said } = viewOf(text);
  if (asksLeaveToWait.test(said)) return false;
  if (/还有(?:什么|其他|别的|问题)|其他(?:问题|需要)|别的(?:问题|需要)|anything else|any other/.test(said))
    return false;
  return /(?:要|帮|给|为|改|换|退|补|发|寄|可以|行|能|好|接受|同意|确认|核对|would you|shall i|should i|do you want|may i|can i|is that|ok).{0,40}(?:吗|么|呢|好不好|行不行|可不可以|\?)/.test(
    said,
  );
}

const asksLeaveToWait =
  /(?:可以|能|方便|麻烦|请)[^。!?]{0,8}(?:稍?等|等待|等候)[^。!]{0,12}(?:吗|么|呢|\?)|等[^。!?]{0,10}(?:可以|好|行|方便)(?:吗|么|不)|\b(?:hold|wait|bear with|have a (?:minute|moment)|give me)\b[^.!?]{0,40}\?/;
