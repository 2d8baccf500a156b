/** Whether the customer's last message asks for the order to be closed: the standard's own reading, and a word for closing. Pure. */
import type { Turn } from '../../standard/facts.ts';
import { readingsOf } from '../../standard/readings.ts';

/** @param turns what was said up to the message, which is the last */
export function asksToClose(turns: readonly Turn[]): boolean {
  const last = turns.length - 1;
  if (last < 0 || turns[last]!.from !== 'customer') return false;
  const readings = readingsOf(turns);
  return readings.customer(last).wantsOrderChanged && closing.test(readings.view(last).text);
}

/** Another address or size is asked for without any of these. */
const closing =
  /取消|撤(?:销|单|回|了|掉)|关(?:了|闭|掉)|不(?:想)?要了|退(?:了|掉|款|单|订)|别(?:给我)?(?:发|出)|不用(?:发|寄)|拦|\b(?:cancel|close|refund|call (?:it )?off|stop|don't (?:want|need)|no longer (?:want|need))/;
