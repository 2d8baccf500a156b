import type { AgentReading } from './agent/reading.ts';
import { readAgent } from './agent/reading.ts';
import type { CustomerReading } from './customer/reading.ts';
import { readCustomer } from './customer/reading.ts';
import type { Turn } from './facts.ts';
import type { TextView } from './text.ts';
import { viewOfSaid } from './draft-views.ts';

/** Kept with what was said, which may stand in several lists. */
const viewsOfTurns = new WeakMap<Turn, TextView>();

function viewOfTurn(turn: Turn | undefined): TextView {
  if (!turn) return viewOfSaid('');
  const known = viewsOfTurns.get(turn);
  if (known?.original === turn.text) return known;
  const view = viewOfSaid(turn.text);
  viewsOfTurns.set(turn, view);
  return view;
}

/** What is understood of each turn, each made once. */
export interface Readings {
  /** The normalised view of a turn. */
  view(turn: number): TextView;
  /** Of a customer's turn. */
  customer(turn: number): CustomerReading;
  /** Of an agent's turn. */
  agent(turn: number): AgentReading;
}

const known = new WeakMap<readonly Turn[], Readings>();

/** Kept with the list of turns itself: as it grows only what is new is read. */
export function readingsOf(turns: readonly Turn[]): Readings {
  let readings = known.get(turns);
  if (!readings) known.set(turns, (readings = read(turns)));
  return readings;
}

function read(turns: readonly Turn[]): Readings {
  const views: TextView[] = [];
  const customers: CustomerReading[] = [];
  const agents: AgentReading[] = [];
  const view = (turn: number) => (views[turn] ??= viewOfTurn(turns[turn]));
  return {
    view,
    customer: (turn) => (customers[turn] ??= readCustomer(view(turn), turns, turn)),
    agent: (turn) => (agents[turn] ??= readAgent(view(turn))),
  };
}
