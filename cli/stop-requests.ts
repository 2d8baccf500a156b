export interface StopRequests {
  /** Resolves at the first request to stop. */
  first: Promise<void>;
  /** Resolves when somebody asks again. */
  second: Promise<void>;
  close(): void;
}

/** One Ctrl-C arrives up to three times: from the terminal, from npm and from the launcher. */
const sameRequestMilliseconds = 500;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens for signals, and for the launcher's end (`disconnect`): a desk without its launcher would be an orphan. */
export function listenForStop(): StopRequests {
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  let firstAt: number | null = null;
  const ask = () => {
    if (firstAt === null) {
      firstAt = performance.now();
      first.resolve();
    } else if (performance.now() - firstAt > sameRequestMilliseconds) {
      second.resolve();
    }
  };
  for (const signal of signals) process.on(signal, ask);
  process.once('disconnect', ask);
  const close = () => {
    for (const signal of signals) process.off(signal, ask);
    process.off('disconnect', ask);
  };
  return { first: first.promise, second: second.promise, close };
}
