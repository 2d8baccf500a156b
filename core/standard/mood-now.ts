import type { Turn } from './facts.ts';
import { remembering } from './history.ts';
import type { Mood } from './mood.ts';
import { readingsOf } from './readings.ts';

const steps: readonly Mood[] = ['calm', 'uneasy', 'dissatisfied', 'strong'];

/** The mood now: that of the last customer message; anger is not over because the next message is a bare fact. */
export const moodNow = (turns: readonly Turn[]): Mood => steps[shownBy({ turns }).step]!;

const shownBy = remembering<{ step: number }, { turns: readonly Turn[] }>(
  () => ({ step: 0 }),
  (now, turn, { turns }) => {
    if (turns[turn]!.from !== 'customer') return;
    const shown = steps.indexOf(readingsOf(turns).customer(turn).mood);
    now.step = shown > 0 ? shown : relief.test(turns[turn]!.text) ? 0 : Math.max(0, now.step - 1);
  },
);

const relief =
  /谢谢|謝謝|多谢|感谢|感謝|辛苦|没事|沒事|没关系|沒關係|好的|可以|放心|满意|滿意|\b(?:thank|thx|no worries|perfect|all good|appreciate)/i;
