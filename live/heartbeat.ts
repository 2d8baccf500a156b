const every = 10_000;
const patience = 5_000;

export interface Heartbeat {
  /** Something arrived: the other side lives. */
  heard(): void;
  /** The machine may have slept: ask now and wait less. */
  probe(): void;
  stop(): void;
}

/**
 * Notices a connection that is open in name only: each beat asks, and the next one finds silence.
 * At most 20 s pass; the same clock bounds the opening.
 */
export function startHeartbeat(ping: () => void, onSilence: () => void): Heartbeat {
  let alive = false;
  let timer = setTimeout(beat, every);

  function beat() {
    if (alive) ask(every);
    else onSilence();
  }

  function ask(wait: number) {
    alive = false;
    ping();
    timer = setTimeout(beat, wait);
  }

  return {
    heard: () => void (alive = true),
    probe() {
      clearTimeout(timer);
      ask(patience);
    },
    stop: () => clearTimeout(timer),
  };
}
