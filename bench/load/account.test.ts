import { expect, test } from 'vitest';
import { openAccount } from './account.ts';
import type { Lane, LaneListener } from './lane.ts';

/** A lane whose server the test plays: what was sent waits in `sent`. */
function playedLane(seq = 0) {
  const sent: { clientId: string; text: string }[] = [];
  let listener: LaneListener | undefined;
  const lane: Lane = {
    conversationId: '0198c0de-0000-7000-8000-000000000001',
    seq,
    send: (clientId, text) => void sent.push({ clientId, text }),
    listen: (one) => void (listener = one),
  };
  const acknowledge = (i: number, seqGiven: number) =>
    listener!.acknowledged({ clientId: sent[i]!.clientId, messageId: `m${seqGiven}`, seq: seqGiven });
  const deliver = (i: number, seqGiven: number) =>
    listener!.delivered({ messageId: `m${seqGiven}`, seq: seqGiven, text: sent[i]!.text });
  return { lane, sent, acknowledge, deliver };
}

/** Two messages sent on a conversation that had one before. */
function opened() {
  const played = playedLane(1);
  let clock = 0;
  const account = openAccount([played.lane], () => (clock += 10));
  account.send(0, 0);
  account.send(0, 0);
  return { ...played, account };
}

test('a message is settled when it was acknowledged and delivered, whichever comes first', () => {
  const { account, acknowledge, deliver } = opened();
  const settled: [number, number][] = [];
  account.onSettled = (sent) => settled.push([sent.acknowledgedAt!, sent.deliveredAt!]);
  acknowledge(0, 2);
  expect(account.settled()).toBe(0);
  deliver(0, 2);
  expect(account.settled()).toBe(1);
  deliver(1, 3);
  acknowledge(1, 3);
  expect(account.open()).toBe(0);
  expect(settled).toEqual([
    [10, 20],
    [40, 30],
  ]);
});

test.for<[string, (played: ReturnType<typeof opened>) => void, RegExp]>([
  ['lost', ({ deliver }) => deliver(1, 3), /number 3 after 1/],
  ['doubled', ({ deliver }) => (deliver(0, 2), deliver(0, 2)), /number 2 after 2/],
  ['out of order', ({ deliver }) => deliver(1, 2), /number 2 is not what was sent/],
  [
    'never sent',
    ({ deliver }) => (deliver(0, 2), deliver(1, 3), deliver(1, 4)),
    /number 4, which was never sent/,
  ],
  ['acknowledged twice', ({ acknowledge }) => (acknowledge(0, 2), acknowledge(0, 2)), /not waiting for it/],
  [
    'acknowledged under another number',
    ({ acknowledge, deliver }) => (acknowledge(1, 2), deliver(0, 2)),
    /acknowledged as another message/,
  ],
])('%s is noticed', async ([, happen, reason]) => {
  const played = opened();
  happen(played);
  await expect(played.account.violation).rejects.toThrow(reason);
});
