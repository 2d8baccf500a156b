/**
 * A connection on which everything written in one turn of the event loop leaves together.
 * pg writes each pipelined statement by itself, which wakes the database once for each.
 */
import { Socket } from 'node:net';

export class FlightSocket extends Socket {
  #held = false;

  /** pg calls this before each statement. */
  override cork(): void {
    super.cork();
    if (this.#held) return;
    this.#held = true;
    super.cork();
    process.nextTick(() => {
      this.#held = false;
      super.uncork();
    });
  }
}
