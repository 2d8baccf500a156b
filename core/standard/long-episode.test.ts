/** An episode twice as long costs twice as much, whoever speaks in it and whatever they say: counted in looks at its turns. */
import { expect, test } from 'vitest';
import { review, reviewInSteps } from './check.ts';
import type { Conversation, Turn } from './facts.ts';

type Speaker = (i: number, over: number) => Turn['from'];

/** Who speaks, by the turn and how much of the episode is over. */
const shapes: Record<string, Speaker> = {
  'in turn': (i) => (i % 2 === 0 ? 'customer' : 'agent'),
  'the customer alone': () => 'customer',
  'the agent alone': () => 'agent',
  'a machine alone': () => 'system',
  'the agent first, then the customer': (_, over) => (over < 0.5 ? 'agent' : 'customer'),
  'the customer first, then the agent': (_, over) => (over < 0.5 ? 'customer' : 'agent'),
};
const says: Record<Turn['from'], ((i: number) => string)[]> = {
  customer: [
    (i) => `怎么还没发货，第${i}天了`,
    () => '好的谢谢',
    () => '再不处理我就打12315投诉你们',
    (i) => `我的单号是${7_000_000_000 + i}`,
    () => '可以',
  ],
  agent: [
    (i) => `非常抱歉给您带来不便，第${i}次回复您`,
    (i) => `您的包裹${8_000_000_000 + i}已经发出`,
    () => '今天下午五点前给您回电话',
    () => '可以给您换货，需要帮您登记吗？',
    () => '祝您生活愉快',
  ],
  system: [() => '会话已转接'],
};

test.each(Object.entries(shapes))('%s', (_, speaker) => {
  const [short, long] = [500, 1000].map((length) => looksAt(length, speaker));
  expect(long! / short!).toBeLessThan(2.3);
});

test('a review in steps pauses for every few judgements, and comes to the same', () => {
  const [short, long] = [200, 400].map((length) => {
    const { episode } = watched(length, shapes['in turn']!);
    let pauses = 0;
    const steps = reviewInSteps(episode, episode.ended!.at!);
    for (;;) {
      const { done, value } = steps.next();
      if (done) {
        expect(value).toEqual(review(watched(length, shapes['in turn']!).episode, episode.ended!.at!));
        return pauses;
      }
      pauses++;
    }
  });
  // One at least for each turn that is understood and each that was sent; the rest for the rules' walks over them.
  expect(short!).toBeGreaterThan(200);
  expect(long! - short!).toBeGreaterThan(200);
});

/** How often a review looks at the turns of an episode of this length. */
function looksAt(length: number, speaker: Speaker): number {
  const { episode, looks } = watched(length, speaker);
  review(episode, episode.ended!.at!);
  return looks();
}

function watched(length: number, speaker: Speaker): { episode: Conversation; looks(): number } {
  let looks = 0;
  const turns = Array.from({ length }, (_, i): Turn => {
    const from = speaker(i, i / length);
    const said = says[from][i % says[from].length]!(i);
    return {
      text: said,
      at: i * 60_000,
      get from() {
        looks++;
        return from;
      },
    };
  });
  const ended = { by: 'agent' as const, at: length * 60_000 };
  return {
    episode: { id: 'long', lang: 'zh', channel: 'chat', hours: 'always', turns, ended },
    looks: () => looks,
  };
}
