/** Reads line after line and stores several at once; a bad line is told and left out, and never stops the others. */
import { readCaseLine } from '../../core/standard/case-form.ts';
import type { Conversation } from '../../core/standard/facts.ts';
import type { WorkingHours } from '../../core/team/working-hours.ts';
import type { ImportOutcome } from '../../server/modules/conversations/index.ts';
import { several } from '../several.ts';
import type { SourceLine } from '../source-lines.ts';
import { isOfTheLine, lostDatabase } from './store-errors.ts';
import { unstorable } from './unstorable.ts';

export interface Tally {
  imported: number;
  alreadyThere: number;
  skipped: number;
  /** Of those imported now, and of them those without any time: nothing of timing was judged. */
  points: number;
  untimed: number;
  /** Asked to stop before the last line. */
  stopped: boolean;
}

export interface ImportLinesOptions {
  /** Count where a line names none. */
  hours: WorkingHours | 'always';
  /** When it resolves, no further line is begun; those begun are finished. */
  stop: Promise<void>;
  onLine(done: number): void;
  complain(complaint: string): void;
}

const atOnce = 32;

/** Throws what stops everything: a database that is gone. */
export async function importLines(
  lines: AsyncIterable<SourceLine>,
  store: (past: Conversation) => Promise<ImportOutcome>,
  { hours, stop, onLine, complain }: ImportLinesOptions,
): Promise<Tally> {
  const tally: Tally = {
    imported: 0,
    alreadyThere: 0,
    skipped: 0,
    points: 0,
    untimed: 0,
    stopped: false,
  };
  void stop.then(() => (tally.stopped = true));
  const work = async (line: SourceLine) => (line.text?.trim() === '' ? undefined : take(line));
  await several(lines, atOnce, () => tally.stopped, work).catch((error) => {
    throw lostDatabase(error, tally.imported);
  });
  return tally;

  async function take({ place, text }: SourceLine): Promise<void> {
    const fault = await faultOf(text);
    if (fault) {
      tally.skipped++;
      complain(`跳过 skipped ${place}: ${fault}`);
    }
    onLine(tally.imported + tally.alreadyThere + tally.skipped);
  }

  /** Why it was left out; null: it is in. */
  async function faultOf(text: string | null): Promise<string | null> {
    if (text === null) return 'line is longer than 16 MB; write one conversation a line';
    const read = readCaseLine(text, hours);
    if ('fault' in read) return `${read.fault.field} ${read.fault.why}`;
    const { conversation } = read;
    const fault = unstorable(conversation);
    if (fault) return `${fault.field} ${fault.why}`;
    try {
      return count(conversation, await store(conversation));
    } catch (error) {
      if (isOfTheLine(error)) return `line can't be stored: ${(error as Error).message}`;
      throw error;
    }
  }

  function count({ turns }: Conversation, outcome: ImportOutcome): string | null {
    if (outcome.state === 'differs')
      return 'id was imported before with other words; give this file a --source of its own, or another id';
    if (outcome.state === 'already-there') tally.alreadyThere++;
    else {
      tally.imported++;
      tally.points += outcome.points;
      if (turns.every(({ at }) => at === undefined)) tally.untimed++;
    }
    return null;
  }
}
