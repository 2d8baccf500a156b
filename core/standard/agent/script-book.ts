import { dice, pairs } from './script.ts';

/**
 * The scripts of an episode with what is kept of each, found by their likeness: those that share a pair of characters with
 * what is asked for are counted pair by pair, instead of comparing it with every one.
 */
export class ScriptBook<Kept> {
  private readonly begin: () => Kept;
  private readonly scripts: { core: string; pairs: number; kept: Kept }[] = [];
  private readonly byCore = new Map<string, number>();
  private readonly byPair = new Map<string, number[]>();

  constructor(begin: () => Kept) {
    this.begin = begin;
  }

  /** What is kept of this very script. */
  of(core: string): Kept {
    const known = this.byCore.get(core);
    if (known !== undefined) return this.scripts[known]!.kept;
    const place = this.scripts.length;
    const own = pairs(core);
    this.byCore.set(core, place);
    for (const pair of own) {
      const places = this.byPair.get(pair);
      if (places) places.push(place);
      else this.byPair.set(pair, [place]);
    }
    const kept = this.begin();
    this.scripts.push({ core, pairs: own.size, kept });
    return kept;
  }

  /** What is kept of each that is the same script, or nearly so. */
  like(core: string): Kept[] {
    const own = pairs(core);
    const shared = new Uint16Array(this.scripts.length);
    for (const pair of own) for (const place of this.byPair.get(pair) ?? []) shared[place]!++;
    const near: Kept[] = [];
    for (const [place, { core: other, pairs: theirs, kept }] of this.scripts.entries()) {
      const isNear = () => isOfLength(core, other) && dice(shared[place]!, own.size, theirs) >= alike;
      if (core === other || (shared[place]! > 0 && isNear())) near.push(kept);
    }
    return near;
  }
}

/** From this likeness on two cores are one script. */
const alike = 0.7;

/** Whether two texts may be one script by their lengths. */
function isOfLength(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  return shorter >= 4 && Math.max(one.length, other.length) <= shorter * 1.6;
}
