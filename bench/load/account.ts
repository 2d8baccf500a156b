/** Keeps account of every message: each must be acknowledged and reach the customer, once, unchanged, in the order it was sent. */
import type { Lane } from './lane.ts';
import { replyOf } from './texts.ts';

export interface Sent {
  clientId: string;
  text: string;
  /** When it was due, by the process's own clock in milliseconds. */
  at: number;
  acknowledgedAt?: number;
  deliveredAt?: number;
}

export interface Account {
  readonly lanes: number;
  /** Sends the next message into a lane; `dueAt` is where its latency counts from. */
  send(lane: number, dueAt: number): void;
  /** Messages that were not both acknowledged and delivered yet. */
  open(): number;
  /** Everything sent and settled so far, by whom it went to. */
  settled(): number;
  /** Called when a message was acknowledged and delivered. */
  onSettled: (sent: Sent, lane: number) => void;
  /** Rejects at the first message that was lost, doubled, changed or out of order. */
  readonly violation: Promise<never>;
}

export function openAccount(lanes: Lane[], now: () => number): Account {
  const violation = Promise.withResolvers<never>();
  violation.promise.catch(() => {});
  let sentCount = 0;
  let settledCount = 0;
  const senders = lanes.map(follow);

  const account: Account = {
    lanes: lanes.length,
    send: (lane, dueAt) => senders[lane]!(dueAt),
    open: () => sentCount - settledCount,
    settled: () => settledCount,
    onSettled: () => {},
    violation: violation.promise,
  };
  return account;

  function follow(lane: Lane, index: number) {
    const toDeliver: Sent[] = [];
    let next = 0;
    const unacknowledged = new Map<string, Sent>();
    const numbers = new Map<number, { messageId: string; clientId: string }>();
    let { seq } = lane;
    const broken = (reason: string) => violation.reject(new Error(`${lane.conversationId}: ${reason}`));

    lane.listen({
      broken,
      acknowledged({ clientId, messageId, seq: given }) {
        const sent = unacknowledged.get(clientId);
        if (!sent) return broken(`acknowledged ${clientId}, which was not waiting for it`);
        unacknowledged.delete(clientId);
        agree(given, messageId, clientId);
        sent.acknowledgedAt = now();
        if (sent.deliveredAt !== undefined) settle(sent);
      },
      delivered({ messageId, seq: given, text }) {
        const sent = toDeliver[next];
        if (given !== seq + 1) return broken(`delivered number ${given} after ${seq}`);
        if (!sent) return broken(`delivered number ${given}, which was never sent`);
        if (text !== sent.text) return broken(`number ${given} is not what was sent at its place`);
        seq = given;
        if (++next === 1024) {
          toDeliver.splice(0, next);
          next = 0;
        }
        agree(given, messageId, sent.clientId);
        sent.deliveredAt = now();
        if (sent.acknowledgedAt !== undefined) settle(sent);
      },
    });

    return (at: number) => {
      const number = ++sentCount;
      const sent = { clientId: `${lane.conversationId.slice(0, 8)}-${number}`, text: replyOf(number), at };
      toDeliver.push(sent);
      unacknowledged.set(sent.clientId, sent);
      lane.send(sent.clientId, sent.text);
    };

    /** Acknowledgement and delivery must speak of the same message. */
    function agree(given: number, messageId: string, clientId: string) {
      const said = numbers.get(given);
      if (!said) return void numbers.set(given, { messageId, clientId });
      numbers.delete(given);
      if (said.messageId !== messageId || said.clientId !== clientId)
        broken(`number ${given} was acknowledged as another message than was delivered`);
    }

    function settle(sent: Sent) {
      settledCount++;
      account.onSettled(sent, index);
    }
  }
}
