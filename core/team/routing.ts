/** Which group a new episode goes to, and which of its people takes it. Pure; the server gathers the facts. */
import type { Group } from './roles.ts';
import { groups } from './roles.ts';

/** What the widget asks a customer who wants to choose. */
export type Topic = 'goods' | 'order' | 'after-sale';

/** Where the customer's latest order stands, as the shop's system says; null: no order known. */
export type OrderState = 'unpaid' | 'paid' | 'dispatched' | 'received' | 'returning';

export interface Candidate {
  agentId: string;
  groups: Group[];
  open: number;
  capacity: number;
}

/** The customer's own choice counts first, then the order's state. */
export function groupFor(topic: Topic | null, orderState: OrderState | null): Group {
  if (topic !== null) return byTopic[topic];
  return orderState === null ? 'pre-sales' : byOrderState[orderState];
}

/**
 * The returning customer's own agent first, else the group's free agent with the fewest open,
 * else a free agent of another group (overflow rather than waiting), else nobody: the queue.
 */
export function chooseAgent(
  candidates: readonly Candidate[],
  group: Group,
  ownAgentId: string | null,
): string | null {
  const free = candidates.filter((candidate) => candidate.open < candidate.capacity);
  const own = free.find((candidate) => candidate.agentId === ownAgentId);
  if (own) return own.agentId;
  for (const wanted of [group, ...groups.filter((other) => other !== group)]) {
    const inGroup = free.filter((candidate) => candidate.groups.includes(wanted)).toSorted(byLoad);
    if (inGroup[0]) return inGroup[0].agentId;
  }
  return null;
}

const byTopic: Record<Topic, Group> = { goods: 'pre-sales', order: 'in-sales', 'after-sale': 'after-sales' };

const byOrderState: Record<OrderState, Group> = {
  unpaid: 'in-sales',
  paid: 'in-sales',
  dispatched: 'in-sales',
  received: 'after-sales',
  returning: 'after-sales',
};

function byLoad(a: Candidate, b: Candidate): number {
  return a.open - b.open || (a.agentId < b.agentId ? -1 : 1);
}
