/** Programs that run as processes of their own: the parent hands over one input and gets one answer, then asks as often as it likes. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Asked, Held, Spent } from './weigh.ts';
import { weigh } from './weigh.ts';

/** In the child: the parent's messages one after the other, each answered. Without its parent it ends. */
export function child<Input>(answer: (input: Input) => Promise<unknown>): void {
  let turn = Promise.resolve();
  process.on('message', (message: Message<Input>) => {
    turn = turn.then(async () => {
      try {
        process.send!({
          answer: await ('weigh' in message ? weigh(message.weigh) : answer(message.input)),
        });
      } catch (error) {
        process.send!({ failure: error instanceof Error ? error.stack : String(error) });
      }
    });
  });
  process.on('disconnect', () => process.exit());
}

type Message<Input> = { input: Input } | { weigh: Asked };

export interface Child {
  /** Rejects when the child fails or ends. */
  ask<Answer>(input: object): Promise<Answer>;
  /** What it holds in memory, its garbage thrown away. Needs `weighable`. */
  held(): Promise<Held>;
  spent(): Promise<Spent>;
  stop(): Promise<void>;
}

/** In the parent: `module` is relative to this folder. */
export function startChild(module: string, { weighable = false } = {}): Child {
  const running = fork(new URL(module, import.meta.url), {
    execArgv: [...process.execArgv, ...(weighable ? ['--expose-gc'] : [])],
    // Ctrl-C is for the parent, which ends its children in order.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(running, 'exit').then(([code, signal]) => {
    throw new Error(`${module} ended by itself (${signal ?? code})`);
  });
  ended.catch(() => {});
  return {
    ask: (input) => say({ input }),
    held: () => say({ weigh: 'held' }),
    spent: () => say({ weigh: 'spent' }),
    async stop() {
      if (running.connected) running.disconnect();
      await ended.catch(() => {});
    },
  };

  async function say<Answer>(message: Message<object>): Promise<Answer> {
    const heard = once(running, 'message');
    running.send(message);
    const [reply] = await Promise.race([heard, ended]);
    if ('failure' in reply) throw new Error(reply.failure);
    return reply.answer as Answer;
  }
}
