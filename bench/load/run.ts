/** Two ways to press: so many always in flight, or so many offered a second whatever the answers take. */
import type { Account, Sent } from './account.ts';
import type { Figures } from './figures.ts';
import { figuresOf } from './figures.ts';

export interface Run {
  seconds: number;
  /** Before the measurement, at the same pressure. */
  warmUpSeconds: number;
}

/** Each that settles lets the next one go; they take the conversations in turn. */
export async function keepInFlight(account: Account, inFlight: number, run: Run): Promise<Figures> {
  const measured = measure(run);
  let lane = 0;
  let going = true;
  const next = () => account.send(lane++ % account.lanes, performance.now());
  account.onSettled = (sent) => {
    measured.note(sent);
    if (going) next();
  };
  for (let i = 0; i < inFlight; i++) next();
  await Promise.race([measured.over, account.violation]);
  going = false;
  await settled(account, measured.note);
  return measured.figures();
}

/** Evenly spaced; a message that had to wait for its turn counts from when it was due. */
export async function offer(account: Account, perSecond: number, run: Run): Promise<Figures> {
  const measured = measure(run);
  account.onSettled = measured.note;
  const start = performance.now();
  let offered = 0;
  const offering = setInterval(() => {
    for (let dueAt; (dueAt = start + (offered * 1000) / perSecond) <= performance.now(); offered++)
      account.send(offered % account.lanes, dueAt);
  }, 1);
  try {
    await Promise.race([measured.over, account.violation]);
  } finally {
    clearInterval(offering);
  }
  await settled(account, measured.note);
  return measured.figures();
}

/** The rate counts what was delivered within the window; the latencies are those of what was due within it. */
function measure({ seconds, warmUpSeconds }: Run) {
  const from = performance.now() + warmUpSeconds * 1000;
  const until = from + seconds * 1000;
  const delivered: number[] = [];
  const acknowledged: number[] = [];
  let count = 0;
  return {
    note({ at, deliveredAt, acknowledgedAt }: Sent) {
      if (deliveredAt! >= from && deliveredAt! < until) count++;
      if (at < from || at >= until) return;
      delivered.push(deliveredAt! - at);
      acknowledged.push(acknowledgedAt! - at);
    },
    over: new Promise<void>((resolve) => setTimeout(resolve, until - performance.now())),
    figures: () => figuresOf(count / seconds, delivered, acknowledged),
  };
}

const patienceMs = 30_000;

/** Everything sent must come through before the next run begins. */
async function settled(account: Account, note: (sent: Sent) => void): Promise<void> {
  if (account.open() === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const done = new Promise<void>((resolve, reject) => {
    account.onSettled = (sent) => {
      note(sent);
      if (account.open() === 0) resolve();
    };
    const lost = () => reject(new Error(`${account.open()} messages did not come through`));
    timer = setTimeout(lost, patienceMs);
  });
  try {
    await Promise.race([done, account.violation]);
  } finally {
    clearTimeout(timer);
  }
}
