/** The load generator, in a process of its own: one for all contestants, so that it costs each the same. */
import { child } from '../child.ts';
import type { Account } from './account.ts';
import { openAccount } from './account.ts';
import type { Figures } from './figures.ts';
import type { Target } from './lane.ts';
import { openLanes } from './lanes.ts';
import type { Run } from './run.ts';
import { keepInFlight, offer } from './run.ts';

export type Order =
  | { do: 'open'; name: string; target: Target; conversations: number }
  | { do: 'press'; name: string; conversations: number; inFlight: number; run: Run }
  | { do: 'offer'; name: string; conversations: number; perSecond: number; run: Run }
  | { do: 'count'; name: string };

const accounts = new Map<string, Account>();

child<Order>(async (order): Promise<Figures | number | null> => {
  const nameOf = (conversations: number) => `${order.name} ${conversations}`;
  switch (order.do) {
    case 'open': {
      const lanes = await openLanes(order.target, order.conversations);
      accounts.set(
        nameOf(order.conversations),
        openAccount(lanes, () => performance.now()),
      );
      return null;
    }
    case 'press':
      return keepInFlight(accounts.get(nameOf(order.conversations))!, order.inFlight, order.run);
    case 'offer':
      return offer(accounts.get(nameOf(order.conversations))!, order.perSecond, order.run);
    case 'count':
      return [...accounts]
        .filter(([name]) => name.startsWith(`${order.name} `))
        .reduce((sum, [, account]) => sum + account.settled(), 0);
  }
});
