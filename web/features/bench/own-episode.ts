/** The findings that are stored of an episode, by where they stand in it. Pure. */
import type { StoredFinding } from '../../../core/conversations/thread.ts';
import type { Verdict } from '../../../core/standard/score.ts';
import { placeName, type Place } from './case-file.ts';

export interface Stored {
  at(place: Place): StoredFinding | undefined;
  /** What people said that a score heeds. */
  verdicts: Verdict[];
}

/** @param firstSeq the number of the episode's first message */
export function storedOf(
  findings: readonly StoredFinding[],
  episodeId: string | undefined,
  firstSeq: number,
): Stored {
  const own = findings
    .filter((finding) => finding.episodeId === episodeId)
    .map((finding) => ({ finding, rule: finding.rule, turn: finding.messageSeq - firstSeq }));
  const byPlace = new Map(own.map((one) => [placeName(one), one.finding]));
  return {
    at: (place) => byPlace.get(placeName(place)),
    verdicts: own.flatMap(({ finding: { verdict }, rule, turn }) =>
      verdict === 'wrong' || verdict === 'risk-taken' ? [{ rule, turn, verdict }] : [],
    ),
  };
}
