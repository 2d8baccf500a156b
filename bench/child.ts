/** Programs that run as processes of their own: the parent hands over one input and gets one answer, then asks as often as it likes. */
import { fork } from 'node:child_process';
import { once } from 'node:events';

/** In the child: the parent's messages one after the other, each answered. Without its parent it ends. */
export function child<Input>(answer: (input: Input) => Promise<unknown>): void {
  let turn = Promise.resolve();
  process.on('message', (input: Input) => {
    turn = turn.then(async () => {
      try {
        process.send!({ answer: await answer(input) });
      } catch (error) {
        process.send!({ failure: error instanceof Error ? error.stack : String(error) });
      }
    });
  });
  process.on('disconnect', () => process.exit());
}

export interface Child {
  /** Rejects when the child fails or ends. */
  ask<Answer>(input: object): Promise<Answer>;
  stop(): Promise<void>;
}

/** In the parent: `module` is relative to this folder. */
export function startChild(module: string, options: { execArgv?: string[] } = {}): Child {
  const running = fork(new URL(module, import.meta.url), {
    ...options,
    // Ctrl-C is for the parent, which ends its children in order.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(running, 'exit').then(([code, signal]) => {
    throw new Error(`${module} ended by itself (${signal ?? code})`);
  });
  ended.catch(() => {});
  return {
    async ask<Answer>(input: object) {
      const heard = once(running, 'message');
      running.send(input);
      const [message] = await Promise.race([heard, ended]);
      if ('failure' in message) throw new Error(message.failure);
      return message.answer as Answer;
    },
    async stop() {
      if (running.connected) running.disconnect();
      await ended.catch(() => {});
    },
  };
}
